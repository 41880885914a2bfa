"""A pilot is registered, held against its first months, and read by everybody, also as PDF."""

from datetime import timedelta

import pytest

from motcua.directives.tests.conftest import head_of
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, officer
from motcua.organizations.models import Duty
from motcua.periods.clock import today
from motcua.reorganization.models import PilotKeeper

from .conftest import NARROW
from .people import Passer, sits_down

NAME = "Một trung tâm cho hai xã"


@pytest.fixture
def keeper(transactional_db):
    """Who keeps pilots for a province with two communes."""
    committee = OrganizationFactory(identifier="H49", kind="committee", tier=1)
    affairs = OrganizationFactory(identifier="H49.03", kind="department", tier=1)
    for code, name in (("H49.61", "UBND phường Hồng Gai"), ("H49.62", "UBND phường Hà Tu")):
        head_of(OrganizationFactory(identifier=code, full_name=name), "Chủ tịch")
    kept = officer(affairs, Duty.APPRAISE, title="Chuyên viên theo dõi thí điểm")
    PilotKeeper.objects.create(organization=committee, post=kept.post, valid_during=FOREVER)
    return kept


def day(days):
    return f"{today() + timedelta(days=days):%d/%m/%Y}"


def test_from_the_register_to_the_review_on_paper(readers, keeper):
    desk = sits_down(readers(width=NARROW), keeper)
    passer = Passer(readers(width=NARROW))

    registers(desk)
    reviews(desk)
    reads_it(passer)


def registers(desk):
    desk.goes_to("/can-bo/thi-diem/")
    desk.stands_before("Mô hình thí điểm")
    desk.follows("Nhập mô hình")
    desk.fills_in({"Tên mô hình": NAME, "Loại mô hình": "dùng chung bộ máy giúp việc"})
    members = desk.main.get_by_label("Cơ quan tham gia")
    members.select_option(label="UBND phường Hồng Gai (H49.61)")
    desk.fills_in(
        {
            "Nội dung thí điểm": "Hai xã dùng chung một bộ phận một cửa.",
            "Ngày bắt đầu": day(-200),
            "Căn cứ khác": "Kết luận 34-KL/TW",
            "Các ngày sơ kết": day(-10),
        }
    )
    desk.stands_before("Nhập mô hình thí điểm")
    desk.presses("Lưu bản soạn")
    desk.follows("Sửa")
    desk.fills_in({"Ngày tổng kết": day(300)})
    desk.presses("Lưu…")
    desk.presses("Đưa vào sổ công khai")
    desk.is_told("Quá hạn sơ kết")
    desk.stands_before(NAME)


def reviews(desk):
    desk.follows("Xem số liệu, chốt")
    desk.stands_before(NAME)
    desk.fills_in(
        {"Nhận xét, kết luận": "Người dân đỡ phải đi xa.", "Công khai đánh giá này": True}
    )
    desk.presses("Chốt đánh giá")
    desk.is_told("Đã tiến hành")
    desk.stands_before(NAME)
    assert desk.reads("Bản in (PDF)").startswith(b"%PDF-")


def reads_it(passer):
    passer.goes_to("/to-chuc/thi-diem/")
    passer.stands_before("thí điểm")
    passer.follows(NAME)
    passer.stands_before(NAME)
    passer.follows("sơ kết")
    passer.is_told("Người dân đỡ phải đi xa.")
    passer.stands_before(NAME)
    assert passer.reads("PDF").startswith(b"%PDF-")
