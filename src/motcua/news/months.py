"""Which months have news? Months are legal months in Việt Nam."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max, Min
from django.urls import reverse

from motcua.periods import clock

from .queries import ArticleQuerySet

LISTED = 12
"""Months named beside a list; each leads to the one before it."""


@dataclass(frozen=True, order=True)
class Month:
    """November 2026."""

    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def next(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> Month:
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    @property
    def start(self) -> datetime:
        """Its first moment in Việt Nam."""
        return datetime.combine(self.first, time(), clock.VIETNAM)

    def get_absolute_url(self) -> str:
        return reverse("news:month", args=[self.year, self.month])


def of(moment: datetime) -> Month:
    day = clock.day_of(moment)
    return Month(day.year, day.month)


def latest(articles: ArticleQuerySet) -> list[Month]:
    """The latest months between the first article and the last, in one query."""
    ends = articles.aggregate(first=Min("published_at"), last=Max("published_at"))
    if ends["first"] is None:
        return []
    return list(_back(of(ends["last"]), of(ends["first"])))


def _back(month: Month, first: Month) -> Iterator[Month]:
    for _turn in range(LISTED):
        if month < first:
            return
        yield month
        month = month.previous
