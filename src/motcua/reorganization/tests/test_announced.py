"""Everybody reads what is settled and what changed lately; of a draft nobody learns."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.reorganization import actions, announced, undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Plan

from .conftest import DAY
from .house_stories import DIVISION, MERGER, scheduled

pytestmark = pytest.mark.django_db
COMING, CAME = "Sắp thay đổi", "Vừa thay đổi"
NUMBER = "12/NQ-HĐND"
AHEAD = MERGER.replace("day: 23/11/2026", "day: 23/11/2199")


def page_of(organization):
    return Client().get(f"/to-chuc/{organization.identifier}/").content.decode()


def test_a_draft_and_what_was_reopened_or_canceled_are_nobodys_business(house, planner):
    plan = actions.enter(AHEAD.encode(), by=planner)
    assert NUMBER not in page_of(house.a)

    actions.schedule(plan, by=planner)
    assert NUMBER in page_of(house.a)

    actions.reopen(plan, by=planner, reason="Sửa.")
    assert NUMBER not in page_of(house.a)
    actions.cancel(plan, by=planner, reason="Thôi.")
    assert NUMBER not in page_of(house.a)


def test_what_is_settled_says_what_when_and_who_follows(house, planner):
    scheduled(AHEAD, planner)

    for touched in (house.a, house.b):
        page = page_of(touched)
        assert COMING in page
        assert CAME not in page
        assert "Từ ngày 23/11/2199" in page
        assert "Theo 12/NQ-HĐND của Hội đồng nhân dân thành phố, ký ngày 01/11/2026." in page
        assert '<a href="/to-chuc/H49.62/">Ủy ban nhân dân phường Hồng Gai mới</a>' in page
    assert COMING not in page_of(house.c)


def test_what_was_carried_out_is_told_for_a_while(house, planner, settings):
    carry_out(scheduled(MERGER, planner), by=Acting.machine())
    page = page_of(house.a)
    assert CAME in page
    assert COMING not in page
    assert "hồ sơ đang giải quyết đã tự chuyển" in page.lower()

    settings.CHANGES_SHOWN_DAYS = (today() - DAY).days - 1
    assert CAME not in page_of(house.a)


def test_what_was_undone_is_told_no_more(house, planner):
    carry_out(scheduled(MERGER, planner), by=Acting.machine())

    undoing.undo(Plan.objects.get(), by=planner, reason="Quyết định bị thu hồi.")

    assert CAME not in page_of(house.a)


def test_what_is_not_yet_founded_has_no_link(house, staff, planner):
    far = (today() + timedelta(days=30)).isoformat()
    plan = actions.enter(DIVISION.replace("day: 2026-11-23", f"day: {far}").encode(), by=planner)
    actions.schedule(plan, by=planner)

    (told,) = announced.about(house.a)

    (event, *_counters) = told.events
    assert [(side.name, side.identifier) for side in event.after] == [
        ("Ủy ban nhân dân phường Hà Tu mới", ""),
        ("Ủy ban nhân dân phường Hồng Gai", "H49.62"),
    ]


def test_few_questions_and_one_where_nothing_changes(house, planner, django_assert_max_num_queries):
    scheduled(AHEAD, planner)

    with django_assert_max_num_queries(5):
        announced.about(house.a)
    with django_assert_max_num_queries(1):
        announced.about(house.c)
