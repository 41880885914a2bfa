"""Which dossiers does the inbox show, in which order, and where does the next page begin?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from motcua.dossiers import lights, queues, references
from motcua.dossiers.lights import Light
from motcua.dossiers.models import Dossier
from motcua.organizations import heaps
from motcua.organizations.heaps import Queue
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.dossiers.queries import DossierQuerySet
    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer asked to see."""

    queue: Queue
    text: str = ""
    procedure: str = ""
    lateness: str = ""
    channel: int | None = None
    after: str = ""
    """The last row of the page before, as ``key_of`` wrote it."""

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.procedure or self.lateness or self.channel)


@dataclass(frozen=True, slots=True)
class Row:
    """One dossier with its light."""

    dossier: Dossier
    light: Light


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of the inbox."""

    rows: list[Row]
    following: str
    """Where the next page begins; empty on the last."""


def opened(asked: Asked, acting: Acting, now: datetime, calendar: WorkCalendar) -> Inbox:
    """A page of ``PAGE`` rows, found by key and not by counting (one query)."""
    found = _in_order(_found(asked, acting, now, calendar), asked)
    dossiers = list(found.select_related("version__procedure").defer("data")[: PAGE + 1])
    following = key_of(dossiers[PAGE - 1], asked.queue) if len(dossiers) > PAGE else ""
    rows = [Row(each, lights.light_of(each, now, calendar)) for each in dossiers[:PAGE]]
    return Inbox(rows, following)


def procedures(queue: Queue, acting: Acting) -> list[tuple[str, str]]:
    """Code and name of each procedure in the heap, to choose from (one query)."""
    heap = Dossier.objects.handled_by(acting).filter(queue.condition(acting))
    pairs = heap.values_list("version__procedure__code", "version__name").distinct().order_by()
    return sorted(dict(pairs).items(), key=lambda pair: fold(pair[1]))


def key_of(dossier: Dossier, queue: Queue) -> str:
    """What names a row's place for the next page."""
    moment = dossier.moved_at if queue.newest_first else dossier.queue_at
    return heaps.key_of(moment, dossier.pk)


def _found(asked: Asked, acting: Acting, now: datetime, calendar: WorkCalendar) -> DossierQuerySet:
    found = Dossier.objects.handled_by(acting).filter(asked.queue.condition(acting))
    if asked.procedure:
        found = found.filter(version__procedure__code=asked.procedure)
    if asked.channel is not None:
        found = found.filter(channel=asked.channel)
    if condition := queues.lateness(now, calendar).get(asked.lateness):
        found = found.filter(condition)
    return found.filter(_says(asked.text))


def _says(text: str) -> Q:
    """Every word somewhere in code, procedure or applicant, whatever the marks; or the code."""
    if code := references.parsed(text):
        return Q(code=code)
    words = (Q(search_text__contains=word) for word in fold(text).split())
    return Q(*words)


def _in_order(found: DossierQuerySet, asked: Asked) -> DossierQuerySet:
    newest = asked.queue.newest_first
    column = "moved_at" if newest else "queue_at"
    ordered = found.order_by(f"-{column}", "-pk") if newest else found.oldest_due_first()
    return ordered.filter(heaps.beyond(asked.after, column, newest_first=newest))
