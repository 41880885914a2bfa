"""Import everything at a path, batch by batch, on all processors; nothing grows with the records.

Reading and storing run in processes of their own, a few batches ahead of each other; this one
hands work out and sees to it that no code is imported twice.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.catalog.exceptions import RecordRefused
from motcua.operations.batching import batches
from motcua.search import actions as search

from . import reading, storing, translating
from .remarks import Remark
from .storing import Outcome
from .translating import Understood

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

AT_ONCE = 100
"""Records that are written together."""
FILES_AT_ONCE = 25
BIG = 4 * 1024 * 1024
"""Bytes from which a file is handed out in portions of records."""
ABOUT_A_RECORD = ("22", "23", "54")
"""Classes of PostgreSQL's errors that speak of what was to be kept: data, constraints, limits."""
AHEAD = 4
"""Batches that are under way at a time; more would only fill the memory."""

Given = TypeVar("Given")
Taken = TypeVar("Taken")


class Told(NamedTuple):
    """What became of one record: where it stood, code, what was done, what was not understood."""

    where: str
    code: str
    outcome: Outcome | None
    remarks: Sequence[Remark] = ()
    trouble: str = ""
    understood: Mapping[str, int] = {}
    """How many channels, amounts, limits, cases, papers, laws and results were read."""


Read = tuple[str, Understood]


def run(paths: Iterable[Path], *, by: Acting, workers: int = 1) -> Iterator[Told]:
    """What became of each record of the files; a broken one stops nobody.

    Where a code stands twice, the first is taken, so that a second import changes nothing.
    """
    search.load_synonyms()
    aside: list[Told] = []
    with _pool(workers) as pool:
        read = _ahead(pool, _read, _portions(paths))
        for stored in _ahead(pool, partial(_store, by), batches(_once(read, aside), AT_ONCE)):
            yield from stored
            yield from _emptied(aside)
    yield from aside


def _emptied(aside: list[Told]) -> list[Told]:
    told = list(aside)
    aside.clear()
    return told


def _once(read: Iterable[list[Read | Told]], aside: list[Told]) -> Iterator[Read]:
    """The records to store; what is broken or stands twice goes aside with a sentence."""
    seen: dict[str, str] = {}
    for one in (each for batch in read for each in batch):
        if isinstance(one, Told):
            aside.append(one)
            continue
        where, code = one[0], one[1].record["code"]
        if seen.setdefault(code, where) == where:
            yield one
        else:
            said = _("mã %(code)s đã có ở %(where)s, bản ghi này không dùng")
            trouble = said % {"code": code, "where": seen[code]}
            aside.append(Told(where, code, None, trouble=trouble))


# --- What the other processes do ----------------------------------------------------------------


Portion = Sequence[Path | reading.Found]


def _portions(paths: Iterable[Path]) -> Iterator[Portion]:
    """Some files, or some records of a big one, which is read here and never as a whole."""
    some: list[Path] = []
    for path in paths:
        if _is_big(path):
            yield from batches(reading.records(path), FILES_AT_ONCE)
        else:
            some.append(path)
        if len(some) >= FILES_AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _is_big(path: Path) -> bool:
    return path.is_file() and (path.suffix.lower() == ".gz" or path.stat().st_size > BIG)


def _read(portion: Portion) -> list[Read | Told]:
    return [_understood(found) for one in portion for found in _found(one)]


def _found(one: Path | reading.Found) -> Iterable[reading.Found]:
    return reading.records(one) if isinstance(one, Path) else [one]


def _understood(found: reading.Found) -> Read | Told:
    if found.trouble:
        return Told(found.where, "", None, trouble=found.trouble)
    try:
        return found.where, translating.understand(found.raw)
    except RecordRefused as refusal:
        return Told(found.where, "", None, trouble=" ".join(refusal.sentences))
    except RecursionError:
        return Told(found.where, "", None, trouble=_("lồng quá nhiều lớp ngoặc, không đọc"))


def _store(by: Acting, batch: list[Read]) -> list[Told]:
    """What the database cannot keep is found one by one and stops no other record."""
    try:
        with translation.override(settings.LANGUAGE_CODE):  # what is kept, whoever looks on
            outcomes = storing.store([one for _where, one in batch], by=by)
    except DatabaseError as error:
        if _sqlstate(error)[:2] not in ABOUT_A_RECORD:
            raise
        if len(batch) > 1:
            return [told for one in batch for told in _store(by, [one])]
        (where, understood), why = batch[0], str(error).partition("\n")[0]
        trouble = _("cơ sở dữ liệu không giữ được bản ghi này (%s)") % why
        return [Told(where, understood.record["code"], None, understood.remarks, trouble)]
    return [_told(where, one, outcomes[one.record["code"]]) for where, one in batch]


def _told(where: str, one: Understood, outcome: Outcome) -> Told:
    counts = translating.counted(one.record)
    return Told(where, one.record["code"], outcome, one.remarks, understood=counts)


def _sqlstate(error: DatabaseError) -> str:
    return str(getattr(error.__cause__, "sqlstate", "") or "")


# --- Processes ----------------------------------------------------------------------------------


@contextmanager
def _pool(workers: int) -> Iterator[Executor | None]:
    """Processes that begin as copies of this one; none where one processor is all there is."""
    if workers < 2:
        yield None
        return
    connections.close_all()  # a copy must not inherit a conversation with the database
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
        yield pool


def _ahead(
    pool: Executor | None, work: Callable[[Given], Taken], things: Iterable[Given]
) -> Iterator[Taken]:
    """The results in order, with at most AHEAD of them under way."""
    if pool is None:
        yield from map(work, things)
        return
    going: deque[Future[Taken]] = deque()
    for thing in things:
        going.append(pool.submit(work, thing))
        if len(going) >= AHEAD:
            yield going.popleft().result()
    while going:
        yield going.popleft().result()
