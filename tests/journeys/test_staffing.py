"""A personnel office appoints, lets cover and ends; a file comes in, wrong first, then mended."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from motcua.organizations.acting import Acting
from motcua.organizations.models import StaffingPost
from motcua.organizations.tests.factories import (
    FOREVER,
    AppointmentFactory,
    OrganizationFactory,
    PostFactory,
)
from motcua.periods.clock import today
from motcua.staffing.importing.columns import Key
from motcua.staffing.tests.workbooks import DECIDED, NEW, file

from .conftest import NARROW
from .people import sits_down


@pytest.fixture
def town(transactional_db):
    """A commune with an empty post, somebody from elsewhere, and who manages its staff."""
    commune = OrganizationFactory(identifier="H49.61", named="UBND phường Hồng Gai")
    desk = AppointmentFactory(post__organization__identifier="H49.12")
    StaffingPost.objects.create(organization=commune, post=desk.post, valid_during=FOREVER)
    PostFactory(organization=commune, title="Phó Chủ tịch", rank=2)
    for name in ("Nguyễn Văn Đức", "Trần Thị Thay"):
        AppointmentFactory(
            post__organization__identifier=f"H49.{len(name)}", person__full_name=name
        )
    return SimpleNamespace(manager=Acting.holding(desk))


def day(days):
    return f"{today() + timedelta(days=days):%d/%m/%Y}"


PAPER = {
    "Số, ký hiệu quyết định": "214/QĐ-UBND",
    "Cơ quan, người ký": "Chủ tịch UBND thành phố",
}


def test_from_an_appointment_to_a_file(readers, town):
    manager = sits_down(readers(width=NARROW), town.manager)

    appoints(manager)
    lets_cover(manager)
    ends(manager)
    brings_a_file(manager)


def appoints(manager):
    manager.goes_to("/can-bo/nhan-su/")
    manager.stands_before("Chức danh và người giữ")
    manager.follows("Bổ nhiệm")
    manager.fills_in({"Họ tên hoặc tên đăng nhập": "duc nguyen"})
    manager.presses("Tìm")
    manager.stands_before("Bổ nhiệm: Phó Chủ tịch")
    manager.follows("Nguyễn Văn Đức")
    manager.fills_in({"Hình thức": "kiêm nhiệm", "Từ ngày": day(-2), **PAPER})
    manager.presses("Bổ nhiệm")
    manager.main.get_by_role("alert").wait_for()
    manager.stands_before("Bổ nhiệm: Phó Chủ tịch")
    manager.fills_in({"Ngày ký quyết định": day(-3)})
    manager.presses("Bổ nhiệm")
    manager.stands_before("Nguyễn Văn Đức")


def lets_cover(manager):
    manager.follows("Cử người thay khi vắng")
    manager.fills_in({"Họ tên hoặc tên đăng nhập": "thay"})
    manager.presses("Tìm")
    manager.follows("Trần Thị Thay")
    away = {"Vắng từ ngày": day(1), "Đến hết ngày": day(4), "Ngày ký quyết định": day(0)}
    manager.fills_in({**away, **PAPER})
    manager.presses("Cử người thay khi vắng")
    manager.is_told("thay Nguyễn Văn Đức trong thời gian vắng mặt")


def ends(manager):
    manager.goes_to("/can-bo/nhan-su/?q=duc")
    manager.follows("Nguyễn Văn Đức")
    manager.follows("Kết thúc")
    manager.fills_in({"Giữ đến hết ngày": day(10), "Ngày ký quyết định": day(0), **PAPER})
    manager.presses("Kết thúc")
    manager.is_told("Thôi giữ chức vụ")


def brings_a_file(manager):
    row = {**NEW, **DECIDED, Key.SIGNED: day(0), Key.FIRST: day(11)}
    hands_in(manager, file({**row, Key.FIRST: "31/02/2027"}))
    manager.is_told("Không có ngày 31/02/2027")
    manager.stands_before("Kết quả kiểm tra tệp")
    manager.follows("Tải lên tệp đã sửa")
    manager.stands_before("Nhập nhân sự từ tệp")
    hands_in(manager, file(row))
    manager.stands_before("Kết quả kiểm tra tệp")
    manager.presses("Xác nhận và ghi vào sổ")
    manager.page.get_by_text("Đã nhập: 1 người được ghi chức vụ").wait_for()


def hands_in(manager, content):
    manager.goes_to("/can-bo/nhan-su/nhap-tep/")
    sent = {"name": "nhan-su.xlsx", "mimeType": "application/zip", "buffer": content}
    manager.main.get_by_label("Tệp nhân sự").set_input_files(sent)
    manager.presses("Kiểm tra tệp")
