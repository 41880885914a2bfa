"""What does a plan's page say of its letters?"""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.notifications import actions, telling
from motcua.notifications.models import PlanLetter
from motcua.notifications.told_so_far import ToldSoFar
from motcua.organizations.tests.factories import PersonFactory
from motcua.reorganization.models import Plan
from motcua.reorganization.tests.conftest import (  # noqa: F401  fixtures
    _calendar_read_anew,
    house,
    places,
    planner,
)
from motcua.reorganization.tests.house_stories import MERGER, scheduled

from .test_letters_about_plans import carried_out, dossier, tell, town, undone  # noqa: F401

pytestmark = pytest.mark.django_db


def page(plan, acting):
    client = as_officer(Client(), acting.person)
    return client.get(reverse("plans_desk:detail", args=[plan.pk])).text


def test_before_the_job_comes_it_says_that_it_goes_on(town):  # noqa: F811
    event = carried_out(town)

    assert ToldSoFar.of(event.plan) == (0, 0, 0, 0, True)
    assert "các con số còn tăng" in page(event.plan, town.planner)


def test_it_counts_what_was_sent_failed_waits_and_has_no_address(
    town,  # noqa: F811
    django_assert_num_queries,
):
    dossier(town, PersonFactory(), "")
    event = carried_out(town)
    telling.tell(event.pk)
    first, second, *rest = PlanLetter.objects.order_by("pk")
    actions.post_about_plan(event.pk, [first.pk])
    second.mark_failed(PlanLetter.Problem.ADDRESS_REFUSED, 550)

    with django_assert_num_queries(1):
        told = ToldSoFar.of(event.plan)

    assert (told.sent, told.failed, told.queued) == (1, 1, len(rest))
    assert (told.written, told.is_going_on) == (2 + len(rest), False)
    assert told.unreachable >= 1
    shown = page(event.plan, town.planner)
    assert f"Đã gửi 1 / {told.written} thư, 1 thư không gửi được." in shown
    assert "binh@" not in shown


def test_an_undone_plan_tells_of_its_second_letters(town):  # noqa: F811
    event = carried_out(town)
    tell(event)
    undoing = undone(event, town)
    tell(undoing)

    told = ToldSoFar.of(event.plan)

    assert told.written == undoing.letters.count()
    assert told.sent == told.written


def test_a_plan_of_which_nobody_is_told_has_no_panel(town):  # noqa: F811
    plan = scheduled(MERGER, town.planner)
    Plan.objects.filter(pk=plan.pk).update(state="canceled")

    assert ToldSoFar.of(plan) is None
    assert "Thư báo" not in page(plan, town.planner)
