"""A plan that was carried out is undone to the letter, until somebody has decided."""

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.reorganization import exceptions, undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Plan, ToPlace

from .conftest import DAY
from .house_stories import DIVISION, MERGER, everything, scheduled

MACHINE = Acting.machine


@pytest.mark.parametrize("text", [MERGER, DIVISION], ids=["merger", "division"])
def test_undone_everything_is_as_it_was(house, planner, work, text):
    plan = scheduled(text, planner)
    before = everything()
    carry_out(plan, by=MACHINE())
    assert everything() != before

    undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Quyết định bị thu hồi.")

    after = everything()
    never = [row for row in after["organizations_organization"] if row["valid_during"] == "empty"]
    for row in never:
        after["organizations_organization"].remove(row)
    assert after == before
    assert len(never) == (text == DIVISION)
    assert not ToPlace.objects.exists()


def test_what_was_undone_may_be_planned_again_with_the_same_codes(house, planner, work):
    plan = scheduled(DIVISION, planner)
    carry_out(plan, by=MACHINE())
    undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Làm lại.")

    carry_out(scheduled(DIVISION, planner), by=MACHINE())

    assert Organization.objects.on(DAY).get(identifier="H49.71").name_on(DAY).endswith("Hà Tu mới")


def test_after_an_officers_act_it_cannot_be_undone(settled, work, staff, planner):
    carry_out(settled, by=MACHINE())
    dossier = Dossier.objects.get(pk=work.open[1].pk)
    dossier.take_up(by=staff.other_handler)

    with pytest.raises(exceptions.AlreadyUsed, match="Nhận xử lý"):
        undoing.undo(Plan.objects.get(pk=settled.pk), by=planner, reason="Thôi.")


def test_what_came_to_a_new_office_keeps_it_from_being_undone(house, planner, work):
    plan = scheduled(DIVISION, planner)
    carry_out(plan, by=MACHINE())
    DossierFactory(organization=Organization.objects.get(identifier="H49.71"))

    with pytest.raises(exceptions.AlreadyUsed, match="hồ sơ mới nộp"):
        undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Thôi.")


def test_the_machines_own_telling_does_not_keep_it_from_being_undone(settled, work, planner):
    carry_out(settled, by=MACHINE())

    event = undoing.undo(Plan.objects.get(pk=settled.pk), by=planner, reason="Thôi.")

    assert event.payload["moved"]["dossiers"] == 5
    assert [e.verb for e in work.open[0].events.order_by("pk")] == ["transfer", "transfer_back"]
