"""What takes several nouns? Writing down what a move counts for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from motcua.dossiers import workflow
from motcua.dossiers.models import Dossier, Event

from . import lives
from .lives import Entry, Step
from .models import Delta

TRANSFERS = frozenset(move.verb for move in workflow.WITH_ITS_OFFICE)
"""Posted for a whole set at once (``following``)."""


def post(dossier: Dossier, event: Event) -> None:
    """Append what ``event`` adds to the figures: a few rows, and none that another move writes."""
    if event.verb not in lives.POSTINGS or event.verb in TRANSFERS:
        return
    *_before, posted = lives.entries(dossier.channel, [*_steps_before(event), _step(event)])
    if posted:
        Delta.objects.bulk_create(_deltas(dossier, event, posted), ignore_conflicts=True)


def _steps_before(event: Event) -> list[Step]:
    if event.verb == workflow.SUBMIT.verb:
        return []
    earlier = Event.objects.filter(dossier=event.dossier_id, pk__lt=event.pk).order_by("pk")
    return [
        Step(verb, at, moment(due))
        for verb, at, due in earlier.values_list("verb", "at", "payload__due__at")
    ]


def _step(event: Event) -> Step:
    return Step(event.verb, event.at, moment(event.payload.get("due", {}).get("at")))


def moment(kept: str | None) -> datetime | None:
    """A moment as an event's payload keeps it."""
    return datetime.fromisoformat(kept) if kept else None


def _deltas(dossier: Dossier, event: Event, posted: Iterable[Entry]) -> list[Delta]:
    where = {
        "organization_id": dossier.organization_id,
        "sector_id": dossier.version.procedure.sector_id,
    }
    return [
        Delta(event=event.pk, measure=entry.measure, at=entry.at, n=entry.n, **where)
        for entry in posted
    ]
