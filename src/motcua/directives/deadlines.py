"""On which day is a task due, and how far is it from there? Pure functions of days and calendar.

A day of a conclusion lasts until its end: whoever reports on the day itself is in time (BLDS 2015,
Art 148). The clock is read when somebody looks; no nightly job paints anything red.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from motcua.worktime.calendars import WorkCalendar


def working(said: date, calendar: WorkCalendar) -> date:
    """The day that is meant: a day off moves to the next working day (BLDS 2015, Art 148.5)."""
    return said if calendar.is_working_day(said) else calendar.working_day_after(said)


def after(given: date, days: int, calendar: WorkCalendar) -> date:
    """So many working days after the day of giving, which does not count (BLDS, Art 147.2)."""
    day = given
    for _day in range(days):
        day = calendar.working_day_after(day)
    return working(day, calendar)


def next_review(due_on: date, months: int, today: date, calendar: WorkCalendar) -> date:
    """The next day of what is done regularly: whole periods on, and not in the past."""
    number = months
    while (day := _months_later(due_on, number)) <= today:
        number += months
    return working(day, calendar)


def soon_until(today: date, calendar: WorkCalendar) -> date:
    """The first day that is not soon yet; as many working days ahead as the settings say."""
    return after(today, settings.DIRECTIVE_SOON_WORKING_DAYS + 1, calendar)


def days_late(due_on: date, today: date) -> int:
    """How many days of the calendar it is late; 0 on its day and before."""
    return max(0, (today - due_on).days)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
