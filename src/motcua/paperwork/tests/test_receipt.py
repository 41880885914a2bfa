"""Is the receipt what the law names, readable by people, cameras and screen readers?"""

import pypdfium2 as pdfium
import pytest

from motcua.paperwork.exceptions import UnknownPaper
from motcua.paperwork.receipts import ReceiptComponent
from motcua.paperwork.typesetting import typeset

from .pages import codes_on, fonts_of, is_tagged, text_of

A5 = (419.5, 595.3)  # 148 x 210 mm in points
LONGEST_NAME = ("Thủ tục thẩm định, phê duyệt hồ sơ cấp giấy chứng nhận quyền sử dụng đất " * 15)[
    :1094
]


@pytest.mark.parametrize(
    "words",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "ỦY BAN NHÂN DÂN PHƯỜNG HỒNG GAI",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HỒNG GAI",
        "Hồng Gai, ngày 19 tháng 11 năm 2026",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H49.61-261119-0037",
        "Nguyễn Thị Minh Nguyệt",
        "Tổ 5, khu 2, phường Hồng Gai, thành phố Quảng Ninh",
        "0912 345 678 – nguyet@example.vn",
        "Đăng ký khai sinh (mã 1.001193)",
        "Tờ khai đăng ký khai sinh 1 – 1",
        "Giấy chứng sinh Xuất trình để đối chiếu 1 2 –",
        "1 bộ",
        "5 ngày làm việc",
        "07 giờ 52 phút, ngày 19 tháng 11 năm 2026",
        "17 giờ 00 phút, thứ Sáu, ngày 27 tháng 11 năm 2026",
        "Bản điện tử trong tài khoản",
        "Miễn lệ phí",
        "quyển số 01/2026, số thứ tự 0037",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ Nhân viên tiếp nhận",
        "Trần Văn An",
    ],
)
def test_it_says(receipt, words):
    assert words in text_of(typeset("receipt", receipt))


def test_it_is_one_page_of_a5(receipt):
    document = pdfium.PdfDocument(typeset("receipt", receipt))

    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A5, abs=0.1)


def test_a_camera_reads_the_address_with_the_code_and_nothing_else(receipt):
    assert codes_on(typeset("receipt", receipt)) == [receipt["look_up_url"]]


def test_it_is_tagged_titled_and_in_vietnamese(receipt):
    pdf = typeset("receipt", receipt)

    assert is_tagged(pdf)
    title = pdfium.PdfDocument(pdf).get_metadata_dict()["Title"]
    assert title == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H49.61-261119-0037"
    assert b"/Lang(vi-VN)" in pdf
    assert b"/Alt" in pdf  # what the QR code is for


def test_every_font_is_ours_and_embedded(receipt):
    fonts = fonts_of(typeset("receipt", receipt))

    assert all("LiberationSerif" in name for name in fonts)
    assert all(fonts.values())
    assert len(fonts) == 3


def test_the_same_facts_give_the_same_bytes(receipt):
    assert typeset("receipt", receipt) == typeset("receipt", receipt)


def test_a_bare_receipt_leaves_no_empty_rows(bare_receipt):
    pdf = typeset("receipt", bare_receipt)
    text = text_of(pdf)

    assert "Lê Văn Ước" in text
    assert "09 giờ 05 phút, ngày 03 tháng 02 năm 2026" in text
    assert "thủ tục này chưa có thời hạn tính được thành ngày" in text
    assert not any(label in text for label in ("Địa chỉ", "Liên hệ", "Phí", "Thành phần", "Sổ"))
    assert codes_on(pdf) == []


def test_the_longest_name_of_a_procedure_is_printed_whole(receipt):
    receipt["procedure_name"] = LONGEST_NAME

    assert LONGEST_NAME.strip() in text_of(typeset("receipt", receipt))


def test_many_papers_run_over_pages_with_the_head_of_the_table_repeated(receipt):
    receipt["components"] = [
        ReceiptComponent(name=f"Văn bản số {n} chứng minh", originals=1, copies=1)
        for n in range(1, 41)
    ]
    pdf = typeset("receipt", receipt)
    text = text_of(pdf)

    assert len(pdfium.PdfDocument(pdf)) == 2
    assert "Văn bản số 40 chứng minh" in text
    assert text.count("Tên giấy tờ") == 2
    assert "Trang 2 trên 2" in text


def test_a_word_without_end_stays_on_the_page(receipt):
    receipt["email"] = "x" * 200 + "@example.vn"

    assert len(pdfium.PdfDocument(typeset("receipt", receipt))) <= 2


@pytest.mark.parametrize(
    "name", ['#panic("x")', "*đậm* _nghiêng_ $x$ @nhan", '"}, #read("/etc/passwd")', "= Đề mục"]
)
def test_markup_in_data_is_printed_as_it_is(receipt, name):
    receipt["applicant_name"] = name

    assert name in text_of(typeset("receipt", receipt))


def test_an_estimated_calendar_is_said(receipt):
    receipt["due_is_official"] = False

    assert "Tính theo lịch nghỉ dự kiến" in text_of(typeset("receipt", receipt))


def test_a_receipt_issued_anew_says_when_the_papers_were_complete(receipt):
    receipt["supplemented_at"] = "2026-11-20T10:00:00+07:00"

    text = text_of(typeset("receipt", receipt))

    assert "Nhận đủ bổ sung: 10 giờ 00 phút, ngày 20 tháng 11 năm 2026" in text


def test_a_demonstration_says_so(receipt):
    assert "Bản trình diễn" not in text_of(typeset("receipt", receipt))

    receipt["is_demo"] = True

    assert "Bản trình diễn, không có giá trị pháp lý" in text_of(typeset("receipt", receipt))


def test_only_our_own_templates_are_set(receipt):
    with pytest.raises(UnknownPaper):
        typeset("../../secrets", receipt)


@pytest.mark.parametrize("name", ["Mẫu 😀", "李明", "𝐀n"])
def test_a_sign_that_our_fonts_lack_does_not_stop_the_paper(receipt, name):
    receipt["applicant_name"] = f"Nguyễn {name}"

    page = typeset("receipt", receipt)

    assert "Nguyễn" in text_of(page)
    assert "□" in text_of(page)


def test_a_sign_that_turns_text_around_is_not_printed(receipt):
    receipt["applicant_name"] = "Nguyễn\u202e Văn An"

    assert "Nguyễn Văn An" in text_of(typeset("receipt", receipt))
