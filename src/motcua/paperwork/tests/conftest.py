import pytest

from motcua.paperwork.receipts import Receipt, ReceiptComponent


@pytest.fixture
def receipt() -> Receipt:
    """A receipt with every field filled."""
    return Receipt(
        code="H49.61-261119-0037",
        look_up_url="https://motcua.example/tra-cuu/?ma=H49.61-261119-0037",
        place="Hồng Gai",
        managing_organization="Ủy ban nhân dân phường Hồng Gai",
        organization="Trung tâm Phục vụ hành chính công phường Hồng Gai",
        competent_organization="Ủy ban nhân dân phường Hồng Gai",
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        applicant_name="Nguyễn Thị Minh Nguyệt",
        address="Tổ 5, khu 2, phường Hồng Gai, thành phố Quảng Ninh",
        phone="0912 345 678",
        email="nguyet@example.vn",
        subject="Đăng ký khai sinh cho con",
        components=[
            ReceiptComponent(name="Tờ khai đăng ký khai sinh", originals=1, copies=0, electronic=1),
            ReceiptComponent(
                name="Giấy chứng sinh", originals=1, copies=2, note="Xuất trình để đối chiếu"
            ),
        ],
        sets=1,
        limit="5 ngày làm việc",
        received_at="2026-11-19T00:52:00+00:00",
        due_at="2026-11-27T17:00:00+07:00",
        channel="Trực tuyến",
        result_delivery="Bản điện tử trong tài khoản",
        fee="Miễn lệ phí",
        book_number="01/2026",
        sequence="0037",
        receiver_name="Trần Văn An",
        receiver_post="Nhân viên tiếp nhận",
    )


@pytest.fixture
def bare_receipt() -> Receipt:
    """A receipt with nothing but what it cannot do without."""
    return Receipt(
        code="H49.61-261119-0038",
        look_up_url="",
        organization="Trung tâm Phục vụ hành chính công",
        procedure_code="2.000806",
        procedure_name="Đăng ký kết hôn có yếu tố nước ngoài",
        applicant_name="Lê Văn Ước",
        components=[],
        limit="Chưa có thời hạn ghi bằng số",
        received_at="2026-02-03T09:05:00+07:00",
        due_at=None,
        receiver_name="Trần Văn An",
    )
