"""What do the figures have to be, by the history alone? Counted anew from every event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from motcua.dossiers.models import Event
from motcua.periods.clock import day_of

from . import actions, folding, lives
from .exceptions import SomebodyFolds
from .lives import Step
from .measures import COLUMNS, Measure
from .models import Delta, Promise, Tally

Place = tuple[int, int]
"""An organization and a sector."""
Cell = tuple[int, int, date | datetime, int]
"""A place, a month (or, of what falls due in this month or later, the moment), a measure."""
Books = Counter[Cell]
AT_ONCE = 5000


def recount() -> None:
    """Write the figures anew from the history; moves that are made meanwhile are not disturbed.

    Everything is read as of one moment: the events seen are exactly those whose deltas are seen,
    because both are written in one transaction. Later deltas stay and are folded later.
    """
    with _one_moment():
        if not folding.hold():
            raise SomebodyFolds
        counted = by_history()
        Delta.objects.all().delete()
        _rewrite(counted)


def _rewrite(counted: Books) -> None:
    Tally.objects.all().delete()
    Promise.objects.all().delete()
    Tally.objects.bulk_create(_tallies(counted), batch_size=AT_ONCE)
    Promise.objects.bulk_create(_promises(counted), batch_size=AT_ONCE)


def differences() -> dict[Cell, tuple[int, int]]:
    """Where the kept figures (first) and the history (second) disagree."""
    with _one_moment():
        kept, counted = as_kept(), by_history()
    cells = kept.keys() | counted.keys()
    return {cell: (kept[cell], counted[cell]) for cell in cells if kept[cell] != counted[cell]}


def by_history() -> Books:
    """The books as the events have them."""
    books: Books = Counter()
    since = folding.month_begins(timezone.now())
    for (organization, sector, channel), events in _lives():
        for here, posted in _at_offices(organization, channel, list(events)):
            for measure, at, n, is_former in posted:
                where = here.former if is_former else here.present
                books[where, sector, _when(measure, at, since), measure] += n
    return _without_zeros(books)


class _Office(NamedTuple):
    """Where a dossier was before a step, and where after."""

    former: int
    present: int


def _at_offices(
    now: int, channel: int, events: list[_Told]
) -> Iterator[tuple[_Office, list[lives.Entry]]]:
    """Each step's entries, with the office of that time: transfers say whence and whither."""
    transfers = [each for each in events if each.step.verb in actions.TRANSFERS]
    here = transfers[0].former if transfers else now
    for told, posted in zip(
        events, lives.entries(channel, (each.step for each in events)), strict=True
    ):
        there = told.present if told.step.verb in actions.TRANSFERS else here
        yield _Office(here, there), posted
        here = there


class _Told(NamedTuple):
    """A step, and of a transfer the offices before and after."""

    step: Step
    former: int
    present: int


def as_kept() -> Books:
    """The books as they are kept, folded or not."""
    books: Books = Counter()
    since = folding.month_begins(timezone.now())
    for organization, sector, month, *counts in Tally.objects.values_list(
        "organization_id", "sector_id", "month", *COLUMNS
    ):
        for number, n in zip(Measure, counts, strict=True):
            books[organization, sector, month, number] += n
    for organization, sector, measure, at, n in _loose():
        books[organization, sector, _when(measure, at, since), measure] += n
    return _without_zeros(books)


def _loose() -> Iterator[tuple[int, int, int, datetime, int]]:
    where = ("organization_id", "sector_id")
    yield from Delta.objects.values_list(*where, "measure", "at", "n")
    for organization, sector, at, n in Promise.objects.values_list(*where, "at", "n"):
        yield organization, sector, Measure.FELL_DUE, at, n


def _lives() -> Iterator[tuple[tuple[int, int, int], Iterator[_Told]]]:
    """Organization, sector and channel of each dossier, with its steps in their order."""
    rows = (
        Event.objects.order_by("dossier_id", "pk")
        .values_list(
            "dossier_id",
            "dossier__organization_id",
            "dossier__version__procedure__sector_id",
            "dossier__channel",
            "verb",
            "at",
            "payload__due__at",
            "payload__from",
            "payload__to",
        )
        .iterator(chunk_size=AT_ONCE)
    )
    for (_dossier, *about), events in groupby(rows, key=itemgetter(0, 1, 2, 3)):
        organization, sector, channel = about
        told = (
            _Told(Step(verb, at, actions.moment(due)), former or 0, present or 0)
            for *_, verb, at, due, former, present in events
        )
        yield (organization, sector, channel), told


def _when(measure: int, at: datetime, since: datetime) -> date | datetime:
    if measure == Measure.FELL_DUE and at >= since:
        return at
    return day_of(at).replace(day=1)


def _without_zeros(books: Books) -> Books:
    return Counter({cell: n for cell, n in books.items() if n})


def _tallies(books: Books) -> Iterable[Tally]:
    rows: dict[tuple[int, int, date], Tally] = {}
    for (organization, sector, when, measure), n in books.items():
        if not isinstance(when, datetime):
            key = (organization, sector, when)
            row = rows.setdefault(key, _empty(*key))
            setattr(row, Measure(measure).column, n)
    return rows.values()


def _empty(organization: int, sector: int, month: date) -> Tally:
    nothing = dict.fromkeys(COLUMNS, 0)
    return Tally(organization_id=organization, sector_id=sector, month=month, **nothing)


def _promises(books: Books) -> list[Promise]:
    return [
        Promise(organization_id=organization, sector_id=sector, at=when, n=n)
        for (organization, sector, when, _measure), n in books.items()
        if isinstance(when, datetime)
    ]


@contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction in which everything is seen as of its first statement."""
    is_ours = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if is_ours:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
