"""Import everything at a path, batch by batch, on all processors; nothing grows with the records.

Reading and storing run in processes of their own, a few batches ahead of each other; this one
hands work out and sees to it that no code is imported twice.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from django.db import connections
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


Read = tuple[str, Understood]


def run(paths: Iterable[Path], *, by: Acting, workers: int = 1) -> Iterator[Told]:
    """What became of each record of the files; a broken one stops nobody.

    Where a code stands twice, the first is taken, so that a second import changes nothing.
    """
    search.load_synonyms()
    aside: list[Told] = []
    with _pool(workers) as pool:
        read = _ahead(pool, _read, batches(paths, FILES_AT_ONCE))
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


def _read(paths: list[Path]) -> list[Read | Told]:
    return [_understood(found) for path in paths for found in reading.records(path)]


def _understood(found: reading.Found) -> Read | Told:
    if found.trouble:
        return Told(found.where, "", None, trouble=found.trouble)
    try:
        return found.where, translating.understand(found.raw)
    except RecordRefused as refusal:
        return Told(found.where, "", None, trouble=" ".join(refusal.sentences))


def _store(by: Acting, batch: list[Read]) -> list[Told]:
    outcomes = storing.store([one for _where, one in batch], by=by)
    codes = [(where, one.record["code"], one.remarks) for where, one in batch]
    return [Told(where, code, outcomes[code], notes) for where, code, notes in codes]


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
