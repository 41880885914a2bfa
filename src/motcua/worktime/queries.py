"""Which days and hours does the office work? The calendar, read once and kept for a minute."""

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.conf import settings

from .calendars import DayKind, Hours, SpecialDay, WorkCalendar


class _Kept:
    """The calendar that this process keeps, and until when (monotonic seconds)."""

    calendar: WorkCalendar | None = None
    until: float = 0.0


def working_calendar() -> WorkCalendar:
    """The working calendar, without a query while it is kept.

    Each process keeps it for WORK_CALENDAR_SECONDS (a minute): a day entered in one process
    reaches the others within that time, and the process that entered it at once.
    """
    if _Kept.calendar is None or time.monotonic() >= _Kept.until:
        _Kept.calendar = read_calendar()
        _Kept.until = time.monotonic() + settings.WORK_CALENDAR_SECONDS
    return _Kept.calendar


def forget_calendar() -> None:
    """Read the calendar anew at the next question, because it was changed here."""
    _Kept.calendar = None


def read_calendar() -> WorkCalendar:
    """The working calendar as it stands in the database, in two queries."""
    days = apps.get_model("worktime", "CalendarDay").objects.all()
    hours = apps.get_model("worktime", "OfficeHours").objects.all()
    return calendar_of(list(days), list(hours))


def calendar_of(days: Sequence[Any], hours: Sequence[Any]) -> WorkCalendar:
    """The frozen value of rows of ``CalendarDay`` and ``OfficeHours``, saved or not."""
    return WorkCalendar(
        special_days={day.date: SpecialDay(DayKind(day.kind), day.name) for day in days},
        hours=tuple(_hours(row) for row in hours),
        official_until=_official_until({(day.date.year, day.official) for day in days}),
        soon_days=settings.DUE_SOON_WORKING_DAYS,
    )


def _hours(row: Any) -> Hours:
    return Hours(
        first=row.valid_during.lower or date.min,
        until=row.valid_during.upper,
        morning=(row.morning_from, row.morning_until),
        afternoon=(row.afternoon_from, row.afternoon_until),
        cut_off=row.cut_off,
        eight_hours_are_a_day=row.eight_hours_are_a_day,
    )


def _official_until(years: set[tuple[int, bool]]) -> date | None:
    """The end of the last year before the first that holds an estimate or nothing at all."""
    official = {year for year, known in years if known} - {y for y, known in years if not known}
    if not official:
        return None
    last = min(official)
    while last + 1 in official:
        last += 1
    return date(last, 12, 31)
