"""A commune was divided and nobody can tell whose a dossier is: it is placed, then all is undone.

The plan's page says how the letters are going, leads to the queue, and from it the way goes back.
"""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.tests import house_stories, plan_stories
from motcua.worktime.actions import load_calendar

from .conftest import NARROW
from .people import sits_down

ABOVE, BELOW = "Ủy ban nhân dân xã Đá Trên", "Ủy ban nhân dân xã Đá Dưới"
DIVISION = """
plan: {{number: 16/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: Chia xã Đá, day: {day}}}
organizations:
  - {{identifier: H49.91, kind: commune, tier: commune, name: {above}, parent: H49}}
  - {{identifier: H49.92, kind: commune, tier: commune, name: {below}, parent: H49}}
changes:
  - kind: chia
    originals: H49.71
    resulting: [H49.91, H49.92]
    shares:
      - {{from: H49.71, to: H49.91, default: có}}
      - {{from: H49.71, to: H49.92, localities: [thôn 3]}}
"""


@pytest.fixture
def divided(transactional_db):
    """Carried out this morning, with a dossier that names no hamlet."""
    load_calendar()
    made = plan_stories.communes()
    dossier = DossierFactory(
        code="H49.71-261120-0002", organization=made.stone, in_process=True, locality=""
    )
    text = DIVISION.format(day=f"{today():%d/%m/%Y}", above=ABOVE, below=BELOW)
    carry_out(house_stories.scheduled(text, made.planner), by=Acting.machine())
    return SimpleNamespace(planner=made.planner, stone=made.stone, dossier=dossier)


def test_work_is_placed_and_the_plan_undone(readers, divided):
    planner = sits_down(readers(width=NARROW), divided.planner)
    planner.goes_to("/can-bo/sap-xep/")
    planner.follows("16/NQ-HĐND")
    planner.is_told("các con số còn tăng")
    planner.follows("Xếp nơi nhận")

    places(planner, divided.dossier.code)
    assert where(divided).identifier == "H49.92"
    undoes(planner)

    assert where(divided) == divided.stone


def places(planner, code):
    planner.stands_before("Việc chờ xếp nơi nhận")
    planner.main.get_by_role("checkbox", name=f"Chọn {code}").check()
    planner.main.get_by_role("radio", name=BELOW).check()
    planner.fills_in({"Căn cứ, lý do": "Theo bản đồ."})
    planner.presses("Xếp việc đã chọn")
    planner.is_told(f"Đã xếp 1 việc về {BELOW}.")


def undoes(planner):
    """Without a reason it is said which one; with one everything is as it was."""
    planner.goes_to("/can-bo/sap-xep/")
    planner.follows("16/NQ-HĐND")
    planner.follows("Hoàn tác")
    planner.presses("Hoàn tác")
    planner.is_told("Hãy ghi lý do hoàn tác phương án.")
    planner.stands_before("16/NQ-HĐND")
    planner.fills_in({"Lý do": "Quyết định bị thu hồi."})
    planner.presses("Hoàn tác")
    expect(planner.main.get_by_text("Đã hoàn tác").first).to_be_visible()


def where(divided):
    return Dossier.objects.get(pk=divided.dossier.pk).organization
