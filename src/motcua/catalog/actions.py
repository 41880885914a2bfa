"""How does a draft come into force? Looked over, published or discarded; through one door."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.db.models import F

from motcua.catalog import exceptions, rights, turns, workflow
from motcua.catalog.models import Procedure, ProcedureVersion, VersionEvent
from motcua.catalog.recording import assigning
from motcua.periods import clock
from motcua.periods.closing import closed_means
from motcua.periods.models import since

if TYPE_CHECKING:
    from motcua.catalog.workflow import Move
    from motcua.organizations.acting import Acting


class Seen(NamedTuple):
    """What the page showed: how often the draft was moved, and which version it was compared to."""

    revision: int
    in_force: int
    """Number of the newest published version; 0 where there is none."""


def newest(procedure: Procedure) -> int:
    """The number of the newest published version."""
    numbers = procedure.versions.published().order_by("-number").values_list("number", flat=True)
    return numbers.first() or 0


def moves_for(version: ProcedureVersion, by: Acting) -> list[Move]:
    """The buttons that ``by`` should see now."""
    return [m for m in _open_to(version, by) if not turns.hindrance(version, m, by.person)]


def hindrances(version: ProcedureVersion, by: Acting) -> list[str]:
    """Why ``by`` does not see a button for which the post has the right."""
    told = (turns.hindrance(version, move, by.person) for move in _open_to(version, by))
    return [str(one) for one in told if one]


def _open_to(version: ProcedureVersion, by: Acting) -> list[Move]:
    """The moves of this state that the post may make."""
    roles = rights.roles_of(by)
    return [m for m in workflow.MOVES if version.state in m.sources and m.roles & roles]


def may_change(version: ProcedureVersion, by: Acting) -> bool:
    """Whether ``by`` may change its content or its form now."""
    return version.state in workflow.WRITE.sources and rights.may_write(by)


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def review(version: ProcedureVersion, *, by: Acting, seen: Seen) -> VersionEvent:
    """Say that it was read against what is in force."""
    event = _make(version, workflow.REVIEW, by=by, seen=seen)
    _refuse_the_same(version, workflow.REVIEW, by)
    return event


def give_back(version: ProcedureVersion, *, by: Acting, seen: Seen, reason: str) -> VersionEvent:
    """Ask for another look, with the reason."""
    return _make(version, workflow.RETURN, by=by, seen=seen, reason=reason)


def discard(version: ProcedureVersion, *, by: Acting, seen: Seen, reason: str) -> VersionEvent:
    """Never publish it; the same content does not come again with the next import."""
    return _make(version, workflow.DISCARD, by=by, seen=seen, reason=reason)


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def publish(
    version: ProcedureVersion, *, by: Acting, seen: Seen, decision: str, first_day: date
) -> VersionEvent:
    """Put it in force from ``first_day`` by a decision of publication."""
    if first_day < clock.today():
        raise exceptions.InThePast
    event = _make(version, workflow.PUBLISH, by=by, seen=seen)
    _refuse_publishing(version, by, seen)
    version.valid_during, version.decision_number = since(first_day), decision
    row_of(version).update(valid_during=version.valid_during, decision_number=decision)
    version.publish(by=by)
    _assign(version)
    return event


def _assign(version: ProcedureVersion) -> None:
    """A procedure that nobody decides yet is decided where its tiers say."""
    if not version.procedure.assignments.exists():
        assigning.assign([(version.procedure, {"levels": version.levels})])


def _refuse_publishing(version: ProcedureVersion, by: Acting, seen: Seen) -> None:
    if seen.in_force > version.number:
        raise exceptions.Overtaken
    _refuse_the_same(version, workflow.PUBLISH, by)


def _refuse_the_same(version: ProcedureVersion, move: Move, by: Acting) -> None:
    if hindrance := turns.hindrance(version, move, by.person):
        raise hindrance


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def _make(
    version: ProcedureVersion, move: Move, *, by: Acting, seen: Seen, reason: str = ""
) -> VersionEvent:
    """Make one move: check it, write it, remember it."""
    if move.needs_reason and not reason.strip():
        raise exceptions.ReasonMissing
    step(version, move, by=by, seen=seen)
    return remember(version, move, by, reason)


def step(version: ProcedureVersion, move: Move, *, by: Acting, seen: Seen) -> None:
    """Check a move and take it; inside a transaction, whose end lets the next one in."""
    if not move.roles & rights.roles_of(by):
        raise exceptions.NotYourMove
    _hold(version, seen)
    _go(version, move, seen)


def remember(version: ProcedureVersion, move: Move, by: Acting, reason: str = "") -> VersionEvent:
    """Write down who did what."""
    return version.events.create(verb=move.verb, reason=reason.strip(), **by.hand)


def _hold(version: ProcedureVersion, seen: Seen) -> None:
    """Imports and officers wait for each other at the procedure; then the page must be true."""
    procedure = Procedure.objects.select_for_update().get(pk=version.procedure_id)
    if newest(procedure) != seen.in_force:
        raise exceptions.TooLate


def _go(version: ProcedureVersion, move: Move, seen: Seen) -> None:
    """The database decides the race; of publishing ``publication`` tells the rest."""
    ready = row_of(version).filter(
        published_at=None, stage__in=move.sources, revision=seen.revision
    )
    published = move is workflow.PUBLISH
    columns: dict[str, Any] = {} if published else {"stage": move.target}
    if not ready.update(revision=F("revision") + 1, **columns):
        raise exceptions.TooLate
    version.refresh_from_db(fields=["stage", "revision"])


def row_of(version: ProcedureVersion) -> Any:
    """Its row, for a guarded update."""
    return ProcedureVersion.objects.filter(pk=version.pk)
