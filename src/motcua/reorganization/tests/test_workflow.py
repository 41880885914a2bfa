"""The agreed moves of a plan, written by hand: changing the workflow takes two decisions."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.organizations.acting import Acting
from motcua.organizations.tests.factories import FOREVER, PersonFactory, PostFactory
from motcua.reorganization import exceptions, workflow
from motcua.reorganization.models import Plan, PlanningPost
from motcua.reorganization.workflow import State

from .factories import PlanFactory

AGREED = {
    "enter": (set(), "draft"),
    "revise": ({"draft"}, "draft"),
    "schedule": ({"draft"}, "scheduled"),
    "reopen": ({"scheduled"}, "draft"),
    "carry_out": ({"scheduled"}, "carried_out"),
    "put_off": ({"scheduled"}, "scheduled"),
    "undo": ({"carried_out"}, "undone"),
    "cancel": ({"draft", "scheduled"}, "canceled"),
}
NEED_A_REASON = {"reopen", "put_off", "undo", "cancel"}


def test_the_moves_are_those_agreed_on():
    assert {move.verb: (set(move.sources), move.target) for move in workflow.MOVES} == AGREED
    assert {move.verb for move in workflow.MOVES if move.needs_reason} == NEED_A_REASON


@pytest.mark.parametrize("move", workflow.MOVES, ids=lambda move: move.verb)
@pytest.mark.parametrize("state", State)
def test_a_move_is_made_from_its_sources_alone(db, move, state):
    plan = PlanFactory(state=state)

    if state in move.sources:
        event = plan.make(move, by=Acting.machine(), reason="Theo quyết định.")
        assert (plan.state, event.state, plan.revision) == (move.target, move.target, 2)
    else:
        with pytest.raises(exceptions.TooLate):
            plan.make(move, by=Acting.machine(), reason="Theo quyết định.")


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("target", State)
def test_the_database_lets_a_plan_go_where_a_move_leads_and_nowhere_else(db, state, target):
    plan = PlanFactory(state=state)
    agreed = {(source, move.target) for move in workflow.MOVES for source in move.sources}

    if state == target or (state, target) in agreed:
        assert Plan.objects.filter(pk=plan.pk).update(state=target)
    else:
        with pytest.raises(IntegrityError, match="no move leads a plan"):
            Plan.objects.filter(pk=plan.pk).update(state=target)


def test_only_a_planning_post_plans(db):
    plan, post, person = PlanFactory(), PostFactory(), PersonFactory()
    officer = Acting(person, post)

    with pytest.raises(exceptions.NotYourMove):
        plan.make(workflow.SCHEDULE, by=officer)
    PlanningPost.objects.create(post=post, valid_during=FOREVER)

    assert plan.make(workflow.SCHEDULE, by=officer).role == "planner"


def test_the_second_of_two_is_too_late(db):
    plan = PlanFactory()
    elsewhere = type(plan).objects.get(pk=plan.pk)
    plan.make(workflow.SCHEDULE, by=Acting.machine())

    with pytest.raises(exceptions.TooLate):
        elsewhere.make(workflow.CANCEL, by=Acting.machine(), reason="Không làm nữa.")


def test_the_same_plan_is_entered_once(db):
    plan = PlanFactory()
    same = {"number": plan.number, "decided_on": plan.decided_on, "day": plan.day}

    with pytest.raises(IntegrityError, match="plan_entered_once"), transaction.atomic():
        PlanFactory(**same)
    plan.make(workflow.CANCEL, by=Acting.machine(), reason="Nhập nhầm.")

    assert PlanFactory(**same)


def test_the_history_stays(db):
    event = PlanFactory().make(workflow.SCHEDULE, by=Acting.machine())

    with pytest.raises(IntegrityError, match="append"), transaction.atomic():
        type(event).objects.filter(pk=event.pk).update(reason="Khác.")


@pytest.mark.parametrize(
    "heading",
    [{"number": "9/NQ"}, {"issuer": "Khác"}, {"title": "Khác"}, {"day": date(2027, 3, 1)}],
)
def test_what_is_settled_keeps_its_heading(db, heading):
    plan = PlanFactory()
    Plan.objects.filter(pk=plan.pk).update(**heading)
    settled = PlanFactory(number="77/NQ-HĐND", state=State.SCHEDULED, day=date(2027, 2, 1))

    with pytest.raises(IntegrityError, match="heading of a plan"):
        Plan.objects.filter(pk=settled.pk).update(**heading)
