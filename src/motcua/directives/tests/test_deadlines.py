"""Worked examples on the corrected calendar of domain.md §3.3, and what is said of a day."""

from datetime import date

import pytest

from motcua.directives import deadlines
from motcua.directives.models import Task
from motcua.directives.queries import groups
from motcua.directives.standing import Group, group_of, standing
from motcua.directives.workflow import State
from motcua.worktime.actions import load_calendar
from motcua.worktime.queries import working_calendar


@pytest.fixture
def calendar(db):
    load_calendar()
    return working_calendar()


@pytest.mark.parametrize(
    ("given", "days", "due"),
    [
        (date(2025, 12, 31), 3, date(2026, 1, 7)),
        (date(2026, 2, 13), 5, date(2026, 2, 27)),  # Tết
        (date(2026, 11, 20), 3, date(2026, 11, 26)),  # 24/11
        (date(2026, 4, 24), 2, date(2026, 4, 29)),  # 27/4 compensates
        (date(2025, 8, 29), 1, date(2025, 9, 3)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),  # a Saturday on which one works
    ],
)
def test_working_days_are_counted_from_the_day_after(given, days, due, calendar):
    assert deadlines.after(given, days, calendar) == due


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2026, 11, 24), date(2026, 11, 25)),  # Ngày Văn hóa Việt Nam
        (date(2026, 2, 17), date(2026, 2, 23)),  # Tết
        (date(2026, 8, 22), date(2026, 8, 22)),  # a Saturday on which one works
    ],
)
def test_a_day_off_moves_to_the_next_working_day(said, meant, calendar):
    assert deadlines.working(said, calendar) == meant


@pytest.mark.parametrize(
    ("due", "months", "today", "following"),
    [
        (date(2026, 11, 30), 1, date(2026, 11, 27), date(2026, 12, 30)),
        (date(2026, 8, 31), 1, date(2026, 9, 1), date(2026, 9, 30)),
        (date(2026, 8, 31), 6, date(2026, 9, 1), date(2027, 3, 1)),  # 28/2/2027 is a Sunday
        (date(2026, 1, 30), 3, date(2026, 11, 27), date(2027, 2, 1)),  # periods missed; a Saturday
    ],
)
def test_the_next_day_of_review_is_ahead(due, months, today, following, calendar):
    assert deadlines.next_review(due, months, today, calendar) == following


@pytest.mark.parametrize(
    ("today", "group", "light", "words"),
    [
        (date(2026, 11, 2), Group.WAITING, "ok", "Còn 18 ngày"),
        (date(2026, 11, 17), Group.WAITING, "soon", "Còn 3 ngày"),
        (date(2026, 11, 20), Group.WAITING, "soon", "Hạn hôm nay"),
        (date(2026, 11, 21), Group.OVERDUE, "late", "Quá hạn 1 ngày"),
        (date(2026, 12, 20), Group.OVERDUE, "late", "Quá hạn 30 ngày"),
    ],
)
def test_red_is_read_from_the_day(today, group, light, words, calendar):
    told = standing(Task(state=State.GIVEN, due_on=date(2026, 11, 20)), today, calendar)

    assert (told.group, told.light, told.words) == (group, light, words)


@pytest.mark.parametrize(
    ("done", "words"), [(20, "Xong đúng hạn"), (19, "Xong đúng hạn"), (23, "Xong, quá hạn 3 ngày")]
)
def test_done_late_is_told_from_done_in_time(done, words, calendar):
    task = Task(state=State.DONE, due_on=date(2026, 11, 20), done_on=date(2026, 11, done))

    assert standing(task, date(2027, 1, 1), calendar).words == words


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("due", [date(2026, 11, 10), date(2026, 11, 20), date(2026, 12, 10)])
def test_lists_and_figures_say_the_same(state, due, make_task):
    """Each task is in one group only, and the database agrees with Python."""
    day = date(2026, 11, 20)
    task = make_task(state=state, due_on=due)

    counted = Task.objects.figures(day)

    told = {name for name in Group if counted[name]}
    assert told == {group_of(task, day)}
    assert set(groups(day)) == {*Group, "all", "open"}
