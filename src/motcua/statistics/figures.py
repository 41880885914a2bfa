"""What do the books say of an office, a sector and a time? The columns of Tình hình xử lý."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import Any, Self

from motcua.periods.clock import day_of

from .measures import COLUMNS
from .models import Entry
from .spans import Span

Place = tuple[int, int]
"""An organization and a sector, by number."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One row. In process is what remains, so that the row's identity holds by itself:

    carried + received = resolved + in process + waiting + ended (domain.md §4.3).
    """

    carried: int = 0
    """Received before and not yet resolved or ended, waiting ones among them."""
    received_direct: int = 0
    received_online: int = 0
    received_post: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    stopped: int = 0
    withdrawn: int = 0
    waiting: int = 0
    """Waits for the applicant's papers, at the end."""
    overdue: int = 0
    """In process and past the due moment, at the end."""
    unchecked_before: int = 0
    """Handed in before and not checked yet."""
    submitted: int = 0
    refused: int = 0
    withdrawn_unreceived: int = 0

    @property
    def received(self) -> int:
        return self.received_direct + self.received_online + self.received_post

    @property
    def resolved(self) -> int:
        return self.early + self.on_time + self.late

    @property
    def ended(self) -> int:
        """Stopped or withdrawn."""
        return self.stopped + self.withdrawn

    @property
    def in_process(self) -> int:
        """The clock runs, at the end."""
        return self.carried + self.received - self.resolved - self.ended - self.waiting

    @property
    def in_time(self) -> int:
        return self.in_process - self.overdue

    @property
    def unchecked(self) -> int:
        """Handed in and not yet received, refused or taken back, at the end."""
        gone = self.received + self.refused + self.withdrawn_unreceived
        return self.unchecked_before + self.submitted - gone

    @property
    def share(self) -> float | None:
        """Of 100 resolved ones, how many in time; never rounded up. None where none is."""
        if not self.resolved:
            return None
        return math.floor(1000 * (self.early + self.on_time) / self.resolved) / 10

    @property
    def is_empty(self) -> bool:
        return not any(astuple(self))

    def __add__(self, other: Self) -> Self:
        """Two places together; two times cannot be added."""
        return type(self)(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


NOTHING = Figures()


def total(many: Iterable[Figures]) -> Figures:
    return sum(many, NOTHING)


def by_place(span: Span, now: datetime) -> dict[Place, Figures]:
    """Every office's figures in every sector (one query)."""
    known = Entry.objects.before(span.until(now))
    rows = known.summed("organization_id", "sector_id", since=span.begins)
    return {(row["organization_id"], row["sector_id"]): _of_row(row) for row in rows}


def together(span: Span, now: datetime) -> Figures:
    """The whole province's figures (one query)."""
    row = Entry.objects.before(span.until(now)).summed_up(since=span.begins)
    return _of_row(row)


def by_month(now: datetime, **place: int) -> list[tuple[date, Figures]]:
    """Month by month from the first that moved anything, of one place or all (one query).

    ``place`` is ``organization_id``, ``sector_id``, both or nothing.
    """
    known = Entry.objects.filter(**place).before(now).in_months()
    moved = {day_of(row["month"]): row for row in known.counted("month")}
    return list(_months(moved))


def _of_row(row: Mapping[str, Any]) -> Figures:
    return Figures(**{name: row[f"sum_{name}"] for name in Figures.__slots__})


def _months(moved: Mapping[date, Mapping[str, Any]]) -> Iterator[tuple[date, Figures]]:
    """Stocks are sums of all flows so far."""
    so_far = dict.fromkeys(COLUMNS, 0)
    figures = NOTHING
    for month in sorted(moved):
        flows = {name: moved[month][f"sum_{name}"] for name in COLUMNS}
        so_far = {name: so_far[name] + flows[name] for name in COLUMNS}
        figures = _after(figures, flows, so_far)
        yield month, figures


def _after(before: Figures, flows: Mapping[str, int], so_far: Mapping[str, int]) -> Figures:
    stocks = {
        "carried": before.in_process + before.waiting,
        "unchecked_before": before.unchecked,
        "waiting": so_far["waiting"],
        "overdue": so_far["fell_due"] - so_far["late_ended"],
    }
    return Figures(**{name: stocks.get(name, flows.get(name, 0)) for name in Figures.__slots__})
