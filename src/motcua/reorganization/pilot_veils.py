"""What of a review must hide, so that few people come back neither from it nor from two of them?

Two reviews of one pilot look at windows that overlap: what one counts more than the other is a
cell of its own, that of the months or offices between them. It hides as any other cell would: then
the later of the two does not say that number. A month that hides takes others with it, so that the
sum of the window does not tell it (see ``statistics.suppression``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from motcua.reorganization.pilot_snapshot import Cell, Month, Snapshot
from motcua.statistics import spans


class Window(NamedTuple):
    """One cell with the months that it counts, from ``first`` until before ``end``."""

    cell: Cell
    first: date
    end: date

    def overlaps(self, other: Window) -> bool:
        return self.first < other.end and other.first < self.end


def windows(told: Snapshot) -> list[Window]:
    """Here before and since, there before and since."""
    first, since = told.before_first, told.after_first
    ends = spans.later(first, told.months), spans.later(since, told.months)
    return [
        window
        for half in (told.concerned, told.comparison)
        for window in (Window(half.before, first, ends[0]), Window(half.after, since, ends[1]))
    ]


def is_few(told: Snapshot, earlier: Iterable[Snapshot], cell: Cell, name: str, least: int) -> bool:
    """Whether so few are counted in ``cell``, or between it and what was told earlier."""
    count = getattr(cell, name)
    others = (getattr(other, name) for other in overlapping(told, earlier, cell))
    return any(0 < abs(count - other) < least for other in (0, *others))


def overlapping(told: Snapshot, earlier: Iterable[Snapshot], cell: Cell) -> Iterator[Cell]:
    """The same cell of earlier reviews, where their window shares months with this one."""
    for other in earlier:
        for mine, theirs in zip(windows(told), windows(other), strict=True):
            if mine.cell is cell and mine.overlaps(theirs):
                yield theirs.cell


def hidden_months(months: Sequence[Month], least: int) -> set[str]:
    """Those of one window, in order, with few decisions, and as many more as keep their sum.

    ``months`` begin beside the first day of the pilot: so every review hides the same ones.
    """
    told = [month for month in months if month.resolved]
    hidden = {month.first: month.resolved for month in told if month.resolved < least}
    for month in told:
        if hidden and (len(hidden) < 2 or sum(hidden.values()) < least):
            hidden.setdefault(month.first, month.resolved)
    return set(hidden)
