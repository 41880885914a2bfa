"""Which time before a pilot, and which since, are laid side by side?

Figures are kept by whole months. The months since the pilot began that are over are compared with
as many months right before it, twelve at most: so a window never has more of the year than the
other, and a month in which both orders held is in neither.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from motcua.statistics import spans
from motcua.statistics.spans import Span

MOST_MONTHS = 12


class Windows(NamedTuple):
    """Two spans of the same length; of no months where none is over yet."""

    before: Span
    after: Span

    @property
    def months(self) -> int:
        return self.after.months


def windows(started_on: date, as_of: date) -> Windows:
    """The windows of a pilot as somebody sees it at the end of ``as_of``."""
    first = started_on.replace(day=1)
    begins = first if started_on.day == 1 else spans.later(first, 1)
    over = (as_of + timedelta(days=1)).replace(day=1)
    months = max(0, _months_between(begins, over))
    told = min(months, MOST_MONTHS)
    return Windows(Span(spans.later(first, -told), told), Span(spans.later(over, -told), told))


def years(started_on: date, as_of: date) -> tuple[int, int]:
    """Headcount is assigned by year: the last whole year before, and the year of the look."""
    return started_on.year - 1, as_of.year


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
