"""Two communes become one while a citizen's dossier is open at the one that ends.

Whoever plans writes it on the screen, rehearses it, settles what stands in its way and carries it
out; the citizen then reads who has the dossier now, and why.
"""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from playwright.sync_api import expect

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.models import Organization
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.periods.clock import VIETNAM, today
from motcua.reorganization.tests import plan_stories
from motcua.worktime.actions import load_calendar

from .conftest import NARROW
from .people import Passer, Walker

NUMBER = "15/NQ-HĐND"
STONE, STREAM = "Ủy ban nhân dân xã Đá", "Ủy ban nhân dân xã Suối"
HEADLESS = "Cơ quan sau sắp xếp chưa có người đứng đầu"
DIGITS = "5678"


@dataclass
class Planner(Walker):
    """Somebody of the home affairs department, in front of the plans."""

    def looks_for(self, side: str, code: str, name: str) -> None:
        """Types a code on one side of a change; the one that bears it is added at once."""
        box = self.main.get_by_label(f"Tìm cơ quan theo tên hoặc mã: {side}")
        box.fill(code)
        box.press("Enter")
        expect(self.main.get_by_role("group", name=side)).to_contain_text(name)

    def adds_a_merger(self, old: tuple[str, str], new: tuple[str, str]) -> None:
        self.follows("Thêm thay đổi")
        expect(self.page.locator("h1")).to_contain_text("Điều gì xảy ra?")
        self.main.get_by_role("radio", name="Sáp nhập").check()
        self.presses("Tiếp tục")
        self.looks_for("Trước sắp xếp", *old)
        self.looks_for("Sau sắp xếp", *new)


@pytest.fixture
def communes(transactional_db):
    """Two neighbors with their counters, and a dossier in process at the first."""
    load_calendar()
    made = plan_stories.communes()
    counters = [
        OrganizationFactory(
            identifier=f"{each.identifier}.01",
            kind=Organization.Kind.COUNTER,
            under=each,
            named=f"Trung tâm Phục vụ hành chính công xã {name}",
        )
        for each, name in ((made.stone, "Đá"), (made.stream, "Suối"))
    ]
    dossier = DossierFactory(
        code="H49.71-261120-0001",
        organization=made.stone,
        counter=counters[0],
        in_process=True,
    )
    return SimpleNamespace(planner=made.planner, dossier=dossier)


def test_a_merger_from_the_plan_to_the_page_of_the_citizen(readers, communes):
    planner = Planner(readers(width=NARROW))
    citizen = Passer(readers(width=NARROW))
    signs_in(planner.reader, communes.planner)
    code, due = communes.dossier.code, communes.dossier.due_current

    looks_up(citizen, code)
    citizen.is_told(STONE)
    writes(planner)
    rehearses(planner)
    carries_out(planner)

    dossier = Dossier.objects.get(code=code)
    assert (dossier.due_current, dossier.due_original) == (due, due)
    learns_who_has_it_now(citizen, dossier)
    finds_the_successor(citizen)


def signs_in(reader, acting):
    session = as_officer(Client(), acting.person).cookies["sessionid"].value
    reader.page.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.home}])


def writes(planner):
    planner.goes_to("/can-bo/sap-xep/soan/")
    planner.stands_before("Soạn phương án mới")
    signed = today() - timedelta(days=10)
    planner.fills_in(
        {
            "Số quyết định": NUMBER,
            "Ngày ký": f"{signed:%d/%m/%Y}",
            "Cơ quan ban hành": "Hội đồng nhân dân thành phố",
            "Trích yếu": "Nhập xã Đá vào xã Suối",
            "Ngày thực hiện": f"{today():%d/%m/%Y}",
        }
    )
    planner.presses("Bắt đầu soạn")
    planner.adds_a_merger(("H49.71", STONE), ("H49.72", STREAM))
    planner.presses("Đổi tên, chức vụ…")
    planner.presses("Lấy chức vụ của cơ quan cũ, người giữ đi theo")
    expect(planner.main.locator("details.post")).to_have_count(3)
    planner.stands_before("H49.72")
    planner.follows("Về bản soạn")
    planner.adds_a_merger(("H49.71.01", "công xã Đá"), ("H49.72.01", "công xã Suối"))
    planner.stands_before("Thay đổi 2")
    planner.follows("Về bản soạn")
    planner.is_told("Không còn chỗ nào sai")
    planner.stands_before(NUMBER)
    planner.presses("Ghi thành phương án")
    planner.is_told("Chưa thực hiện được")
    planner.stands_before(NUMBER)


def rehearses(planner):
    """One line stands in the way until somebody settles it."""
    planner.follows("Chạy thử")
    planner.is_told("Phải xong trước khi thực hiện")
    planner.stands_before("Chạy thử")
    planner.follows("Hồ sơ đang giải quyết sẽ chuyển cơ quan")
    planner.is_told("H49.71-261120-0001")
    planner.stands_before("Hồ sơ đang giải quyết")
    planner.follows("Chạy thử")
    planner.follows(HEADLESS)
    planner.stands_before(HEADLESS)
    planner.fills_in({"Đã giải quyết thế nào": "Đã có quyết định bổ nhiệm Chủ tịch."})
    planner.presses("Xác nhận với 1 trường hợp")
    planner.is_told("Không còn việc nào chặn")
    planner.stands_before("Chạy thử")


def carries_out(planner):
    planner.follows(NUMBER)
    planner.follows("Chốt, chờ ngày thực hiện")
    planner.presses("Chốt, chờ ngày thực hiện")
    planner.follows("Thực hiện")
    planner.is_told("Việc đang làm sẽ chuyển")
    planner.stands_before(NUMBER)
    planner.presses("Thực hiện")
    moved = planner.main.get_by_role("region", name="Đã chuyển")
    expect(moved.get_by_role("listitem")).to_have_text(["hồ sơ đang giải quyết 1"])
    planner.stands_before(NUMBER)


def looks_up(citizen, code):
    citizen.goes_to(f"/tra-cuu/?ma={code}")
    citizen.fills_in({"Bốn số cuối": DIGITS})
    citizen.presses("Tra cứu")
    expect(citizen.page.locator("h1")).to_contain_text(code)


def learns_who_has_it_now(citizen, dossier):
    looks_up(citizen, dossier.code)
    citizen.is_told(STREAM)
    expect(citizen.page.get_by_role("note")).to_contain_text(NUMBER)
    citizen.is_told(f"{dossier.due_current.astimezone(VIETNAM):%d/%m/%Y}")
    citizen.stands_before(dossier.code)


def finds_the_successor(citizen):
    citizen.goes_to("/to-chuc/H49.71/")
    citizen.stands_before(STONE)
    citizen.follows(STREAM)
    citizen.stands_before(STREAM)
