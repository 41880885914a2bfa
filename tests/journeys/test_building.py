"""A form is built in blocks, looked over and published, and a citizen fills in that very form."""

from types import SimpleNamespace

import pytest
from django.test import Client

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog import drafting
from motcua.catalog.models import CatalogPost
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory, VersionFactory
from motcua.formwork.tests.conftest import hand
from motcua.worktime.actions import load_calendar

from .builder import Builder
from .conftest import NARROW
from .people import Walker, sits_down

ASKED = ("Lớp mấy", "Tên học sinh", "Hoàn cảnh gia đình")


@pytest.fixture
def keepers(identity):
    """Who writes, looks over and publishes drafts."""
    right = CatalogPost.Right
    rights = {"writer": right.WRITE, "reviewer": right.REVIEW, "publisher": right.PUBLISH}
    return SimpleNamespace(**{name: hand(each) for name, each in rights.items()})


@pytest.fixture
def scholarship(keepers):
    """A draft that has no form yet, of a procedure that the ward decides."""
    load_calendar()
    OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")
    published = VersionFactory(name="Xin học bổng", papers=())
    return drafting.begin(published.procedure, by=keepers.writer, in_force=1)


def test_an_editor_builds_a_form_that_a_citizen_fills_in(keepers, scholarship, readers):
    code = scholarship.procedure.code
    writer = Builder(sits_down(readers(), keepers.writer).reader)
    writer.opens(f"/bien-tap/bieu-mau/{code}/2/")
    writer.blocks.get_by_label("Tên trang").fill("Học sinh")
    writer.asks("Tên học sinh", "Họ tên")
    writer.asks("Lớp mấy", "Số nguyên")
    writer.sees_beside(("Tên học sinh", "Lớp mấy"))
    writer.drags("Số nguyên", above="Họ tên")
    writer.sees_beside(("Lớp mấy", "Tên học sinh"))
    writer.asks_by_keys("Hoàn cảnh gia đình", "Đoạn nhiều dòng")
    writer.moves_up_by_keys("Đoạn nhiều dòng")
    writer.sees_beside(("Lớp mấy", "Hoàn cảnh gia đình", "Tên học sinh"))
    writer.moves_up_by_keys("Họ tên")
    writer.sees_beside(ASKED)
    writer.looks("built")
    writer.saves()
    writer.looks("saved")

    decides(sits_down(readers(), keepers.reviewer), code, "Đã rà soát")
    decides(sits_down(readers(), keepers.publisher), code, "Công bố", {DECISION: "12/QĐ-UBND"})

    parent = at_home(readers(width=NARROW, javascript=False))
    parent.goes_to(f"/dich-vu-cong/{code}/")
    parent.follows("Nộp hồ sơ")
    parent.presses("Bắt đầu…")
    parent.comes_to("Nơi giải quyết và liên hệ")
    parent.fills_in({"Cơ quan giải quyết": "UBND phường Hồng Gai"})
    parent.presses("Lưu và tiếp tục")
    parent.stands_before("Học sinh")
    parent.fills_in(dict(zip(ASKED, ("5", "Vũ Minh Ước", "Mẹ đau ốm."), strict=True)))
    parent.presses("Lưu và tiếp tục")
    parent.comes_to("Giấy tờ")
    parent.presses("Lưu và tiếp tục")
    parent.comes_to("Kiểm tra và nộp")
    parent.fills_in({"Tôi đã kiểm tra…": True})
    parent.presses("Nộp hồ sơ")
    parent.is_told("Đã nhận hồ sơ của bạn")
    told = Dossier.objects.get()
    assert (told.version, sorted(map(str, told.data.values()))) == (
        scholarship,
        ["5", "Mẹ đau ốm.", "Vũ Minh Ước"],
    )


DECISION = "Số quyết định công bố"


def decides(keeper: Walker, code: str, move: str, told=None) -> None:
    """Makes one move on the draft, from its page at the desk."""
    keeper.goes_to(f"/can-bo/thu-tuc/{code}/2/")
    keeper.stands_before("Xin học bổng")
    keeper.follows(move)
    keeper.stands_before(move)
    keeper.fills_in(told or {})
    keeper.presses(move)
    keeper.is_told("xong")


def at_home(reader) -> Walker:
    """A parent who signed in before."""
    person = PersonFactory(full_name="Vũ Đức Thịnh")
    session = as_citizen(Client(), person).cookies["sessionid"].value
    reader.page.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.home}])
    return Walker(reader)
