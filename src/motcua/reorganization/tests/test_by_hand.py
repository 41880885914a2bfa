"""A plan that was written on a screen is carried out and undone there."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import DossierFactory
from motcua.reorganization import actions, by_hand, exceptions
from motcua.reorganization.models import Plan

from . import plan_stories

pytestmark = pytest.mark.django_db
ABSORBED = """
plan:
  number: 15/NQ-HĐND
  decided_on: 01/11/2026
  issuer: Hội đồng nhân dân thành phố
  title: Nhập xã Đá vào xã Suối
  day: 20/11/2026
changes:
  - kind: sáp nhập
    originals: [H49.71]
    resulting: [H49.72]
"""


@pytest.fixture
def settled(communes):
    plan = actions.enter(ABSORBED.encode(), by=communes.planner)
    actions.schedule(plan, by=communes.planner)
    return plan


@pytest.fixture
def desk(client, communes):
    return as_officer(client, communes.planner.person)


def at(name, plan):
    return reverse(f"plans_desk:{name}", args=[plan.pk])


def test_a_plan_is_carried_out_once_however_often_it_is_pressed(desk, settled, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True)
    was = (dossier.code, dossier.due_original)
    foreseen = desk.get(at("carry_out", settled))
    typed = {"revision": settled.revision}

    first = desk.post(at("carry_out", settled), typed)
    second = desk.post(at("carry_out", settled), typed)

    assert [each.line.key for each in foreseen.context["counted"]][:1] == ["dossiers"]
    assert (first.status_code, second.status_code) == (302, 409)
    dossier.refresh_from_db()
    assert dossier.organization == communes.stream
    assert (dossier.code, dossier.due_original) == was
    assert "hồ sơ đang giải quyết" in desk.get(at("detail", settled)).text
    assert settled.events.filter(verb="carry_out").count() == 1


def test_it_is_undone_with_a_reason(desk, settled, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True)
    desk.post(at("carry_out", settled), {"revision": settled.revision})
    seen = Plan.objects.get().revision

    without = desk.post(at("undo", settled), {"revision": seen, "reason": ""})
    desk.post(at("undo", settled), {"revision": seen, "reason": "Quyết định bị hoãn."})

    assert without.status_code == 200
    dossier.refresh_from_db()
    assert dossier.organization == communes.stone
    assert Plan.objects.get().state == Plan.State.UNDONE


def test_before_its_day_the_page_says_when(desk, communes):
    plan = plan_stories.plan_of(plan_stories.MERGER, communes.planner)
    actions.schedule(plan, by=communes.planner)

    page = desk.post(at("carry_out", plan), {"revision": plan.revision})

    assert page.status_code == 409
    assert "thực hiện được từ 00:00 ngày 01/01/2027" in page.text


def test_what_many_would_wait_for_is_left_to_the_machine(settled, communes, monkeypatch):
    DossierFactory(organization=communes.stone, in_process=True)
    monkeypatch.setattr(by_hand, "MOST", 0)

    with pytest.raises(exceptions.TooLarge):
        by_hand.carry_out(settled, by=communes.planner)


def test_a_page_older_than_the_plan_carries_nothing_out(settled, communes):
    settled.revision -= 1

    with pytest.raises(exceptions.TooLate):
        by_hand.carry_out(settled, by=communes.planner)
