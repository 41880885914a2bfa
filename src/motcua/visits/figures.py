"""How many came on each day and in each month? For the page of statistics and its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from motcua.visits import tallies
from motcua.visits.bitmaps import estimate
from motcua.visits.models import Day

MONTHS = 24
"""So many months are shown; all of them are in the file."""


@dataclass(frozen=True)
class Visits:
    """One day or one month."""

    day: date
    """The day, or the first of the month."""
    views: int
    visitors: int
    """Readers of each day, added up: who came on two days is there twice."""


def last_days(counted: Iterable[Visits], today: date, days: int) -> list[Visits]:
    """The last ``days`` days, today the last of them.

    A day on which nobody came says 0; before the first day that counted anybody there is nothing.
    """
    known = {each.day: each for each in counted}
    began = max(min(known, default=today), today - timedelta(days=days - 1))
    span = (began + timedelta(days=n) for n in range((today - began).days + 1))
    return [known.get(day, Visits(day, 0, 0)) for day in span]


def views(these: Iterable[Visits]) -> int:
    """All views together."""
    return sum(each.views for each in these)


def visitors(these: Iterable[Visits]) -> int:
    """The readers of each day, added up."""
    return sum(each.visitors for each in these)


def by_month(days: Iterable[Visits]) -> list[Visits]:
    """The months of ``days``, which stand in order."""
    months = groupby(days, key=lambda each: each.day.replace(day=1))
    return [_together(month, list(inside)) for month, inside in months]


def _together(month: date, days: list[Visits]) -> Visits:
    return Visits(month, views(days), visitors(days))


def all_days(first: date = date.min) -> list[Visits]:
    """Every day from ``first`` on that counted anybody, in order; two queries."""
    closed = Day.objects.filter(day__gte=first).values_list("day", "views", "visitors")
    found = {day: Visits(day, views, visitors) for day, views, visitors in closed}
    for day, views, ones in tallies.since(first):
        found[day] = Visits(day, views, estimate(ones))
    return [found[day] for day in sorted(found)]
