"""What do the books say of an office, a sector and a time? The columns of Tình hình xử lý."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, time
from typing import Any, Self

from motcua.periods.clock import VIETNAM, day_of

from . import spans
from .models import Entry
from .spans import Span

Place = tuple[int, int]
"""An organization and a sector, by number."""
PLACE = ("organization_id", "sector_id")
"""Its columns."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One row. In process is what remains, so that the row's identity holds by itself:

    carried + received + moved = resolved + in process + waiting + ended (domain.md §4.3).
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
    moved: int = 0
    """Came in process with another office, less what went with this one (a reorganization)."""
    moved_unreceived: int = 0
    """The same of what was not received yet."""

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
        came = self.carried + self.received + self.moved
        return came - self.resolved - self.ended - self.waiting

    @property
    def in_time(self) -> int:
        return self.in_process - self.overdue

    @property
    def unchecked(self) -> int:
        """Handed in and not yet received, refused or taken back, at the end."""
        gone = self.received + self.refused + self.withdrawn_unreceived
        return self.unchecked_before + self.submitted + self.moved_unreceived - gone

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
STOCKS = ("carried", "unchecked_before", "waiting", "overdue")


def total(many: Iterable[Figures]) -> Figures:
    return sum(many, NOTHING)


def by_place(span: Span, now: datetime) -> dict[Place, Figures]:
    """Every office's figures in every sector (two queries)."""
    known = Entry.objects.before(span.until(now))
    flows = {_place(row): row for row in known.since(span.begins).flows(*PLACE)}
    stocks = {_place(row): row for row in known.stocks(*PLACE, since=span.begins)}
    return {each: _figures(flows.get(each, {}), there) for each, there in stocks.items()}


def by_office(span: Span, now: datetime, offices: Collection[int]) -> dict[int, Figures]:
    """The figures of some offices over all sectors (two queries)."""
    known = Entry.objects.before(span.until(now)).filter(organization__in=offices)
    own = "organization_id"
    flows = {row[own]: row for row in known.since(span.begins).flows(own)}
    stocks = {row[own]: row for row in known.stocks(own, since=span.begins)}
    return {each: _figures(flows.get(each, {}), there) for each, there in stocks.items()}


def in_each_month(span: Span, now: datetime) -> Iterator[dict[Place, Figures]]:
    """The same in each of the span's months, after the month before it (two queries).

    A month has the places that anything ever moved in by its end, whichever span it is part of.
    """
    months = [Span(spans.later(span.first, n), 1) for n in range(-1, span.months)]
    known, begins = Entry.objects.before(span.until(now)), months[0].begins
    moved: defaultdict[date, dict[Place, Mapping[str, Any]]] = defaultdict(dict)
    for row in known.since(begins).in_months().flows("month", *PLACE):
        moved[day_of(row["month"])][_place(row)] = row
    left = known.before(begins).stocks(*PLACE, since=begins)
    stocks = {_place(row): _stocks(row) for row in left}
    for month in (each for each in months if each.begins < now):
        flows = moved[month.first]
        stocks |= {place: _stocks({}) for place in flows.keys() - stocks.keys()}
        yield {place: _one_month(flows.get(place, {}), there) for place, there in stocks.items()}


def by_month(
    now: datetime, *, since: date | None = None, **place: Any
) -> list[tuple[date, Figures]]:
    """Each month that moved anything, from ``since`` or the first one on (two queries).

    ``place`` is ``organization_id`` or several of them, ``sector_id``, both or nothing.
    """
    known = Entry.objects.filter(**place).before(now)
    begins = datetime.combine(since, time(), VIETNAM) if since else None
    stock = known.before(begins).stock() if begins else {}
    moved = (known.since(begins) if begins else known).in_months().flows("month")
    return list(_months({day_of(row["month"]): row for row in moved}, stock))


def over(months: Sequence[Figures]) -> Figures:
    """Months that follow each other as one time: flows add up, stocks are those of the ends."""
    if not months:
        return NOTHING
    first, last = months[0], months[-1]
    ends = {
        "carried": first.carried,
        "unchecked_before": first.unchecked_before,
        "waiting": last.waiting,
        "overdue": last.overdue,
    }
    return replace(total(months), **ends)


def _place(row: Mapping[str, Any]) -> Place:
    return row["organization_id"], row["sector_id"]


def _figures(flows: Mapping[str, int], stocks: Mapping[str, int]) -> Figures:
    """Flows of a time with the stocks of its ends; what waits is a stock, not a flow."""
    both = {**flows, **stocks}
    return Figures(**{name: both.get(f"sum_{name}", 0) for name in Figures.__slots__})


def _months(
    moved: Mapping[date, Mapping[str, Any]], stock: Mapping[str, int]
) -> Iterator[tuple[date, Figures]]:
    stocks = _stocks(stock)
    for month in sorted(moved):
        yield month, _one_month(moved[month], stocks)


def _stocks(there: Mapping[str, int]) -> dict[str, int]:
    return {f"sum_{name}": there.get(f"sum_{name}", 0) for name in STOCKS}


def _one_month(flows: Mapping[str, int], stocks: dict[str, int]) -> Figures:
    """A month's figures; ``stocks`` at its beginning become those of the next one's."""
    stocks["sum_waiting"] += flows.get("sum_waiting", 0)
    stocks["sum_overdue"] += flows.get("sum_fell_due", 0) - flows.get("sum_late_ended", 0)
    figures = _figures(flows, stocks)
    stocks["sum_carried"] = figures.in_process + figures.waiting
    stocks["sum_unchecked_before"] = figures.unchecked
    return figures
