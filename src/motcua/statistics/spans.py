"""Which time do figures speak of? A month, a quarter or a year, as an address names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from motcua.periods.clock import VIETNAM, day_of

SHAPE = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|q(?P<quarter>[1-4])))?")
MONTHS_BACK, QUARTERS_BACK, YEARS_BACK = 14, 5, 3
ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months from ``first`` on, for example ``2026-11``, ``2026-q4`` or ``2026``."""

    first: date
    months: int

    @property
    def slug(self) -> str:
        """As an address writes it."""
        if self.months == 12:
            return f"{self.first:%Y}"
        if self.months == 3:
            return f"{self.first:%Y}-q{self._quarter}"
        return f"{self.first:%Y-%m}"

    @property
    def name(self) -> str:
        """As a page writes it."""
        names = {
            "month": self.first.month,
            "quarter": ROMAN[self._quarter],
            "year": self.first.year,
        }
        if self.months == 12:
            return _("Năm %(year)s") % names
        if self.months == 3:
            return _("Quý %(quarter)s/%(year)s") % {**names, "quarter": ROMAN[self._quarter]}
        return _("Tháng %(month)s/%(year)s") % names

    @property
    def begins(self) -> datetime:
        return _midnight(self.first)

    @property
    def ends(self) -> datetime:
        """The moment after its last."""
        return _midnight(later(self.first, self.months))

    def until(self, now: datetime) -> datetime:
        """Up to when it can be counted."""
        return max(self.begins, min(self.ends, now))

    def last_day(self, now: datetime) -> date:
        """Its last day, or today while it runs."""
        return min(later(self.first, self.months) - timedelta(days=1), day_of(now))

    def is_over(self, now: datetime) -> bool:
        return self.ends <= now

    @property
    def _quarter(self) -> int:
        return (self.first.month + 2) // 3


def month_of(moment: datetime) -> Span:
    return Span(day_of(moment).replace(day=1), 1)


def year_of(moment: datetime) -> Span:
    return Span(day_of(moment).replace(month=1, day=1), 12)


def asked(text: str, now: datetime) -> Span:
    """What an address asks for; this month where it asks for nothing, or nothing that can be."""
    found = SHAPE.fullmatch(text.strip().lower())
    span = _read(found) if found else month_of(now)
    return span if span.begins <= now else month_of(now)


def choices(now: datetime) -> list[tuple[str, list[Span]]]:
    """What a page offers, newest first, by kind."""
    month = month_of(now).first
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    year = month.replace(month=1)
    return [
        (_("Tháng"), [Span(later(month, -back), 1) for back in range(MONTHS_BACK)]),
        (_("Quý"), [Span(later(quarter, -3 * back), 3) for back in range(QUARTERS_BACK)]),
        (_("Năm"), [Span(later(year, -12 * back), 12) for back in range(YEARS_BACK)]),
    ]


def later(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _read(found: re.Match[str]) -> Span:
    year = int(found["year"])
    if found["month"]:
        return Span(date(year, int(found["month"]), 1), 1)
    if found["quarter"]:
        return Span(date(year, int(found["quarter"]) * 3 - 2, 1), 3)
    return Span(date(year, 1, 1), 12)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
