"""How does a pilot change? Through ``make`` and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from motcua.periods.closing import closed_means
from motcua.reorganization import pilot_desks, pilot_exceptions, pilot_workflow
from motcua.reorganization.pilot_workflow import Move, State

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .pilot import Pilot
    from .pilot_history import PilotEvent


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)


Telling = Callable[[datetime], Facts]
"""Checks what the move needs, writes its own rows and tells the rest; the move rolls all back."""


class PilotDoor(models.Model):
    """What has a state that changes through ``make`` and nowhere else."""

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every move; a page that saw an older one decides nothing."""
    moved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    # --- Questions -------------------------------------------------------------

    def moves_for(self, by: Acting) -> list[Move]:
        """The buttons that ``by`` should see now."""
        roles = pilot_desks.roles_of(self._whole, by)
        return [m for m in pilot_workflow.MOVES if self.state in m.sources and m.role in roles]

    def as_seen(self, revision: int) -> Self:
        """The pilot as somebody's page showed it: if it moved since, their move is too late."""
        self.revision = revision
        return self

    # --- The door ----------------------------------------------------------------

    @closed_means(pilot_exceptions.NotThere, pilot_exceptions.NotYourPilot)
    @transaction.atomic
    def make(
        self, move: Move, *, by: Acting, reason: str = "", tell: Telling = lambda _at: Facts()
    ) -> PilotEvent:
        """Make one move: check it, write it, remember it."""
        self._refuse(move, by, reason)
        now = timezone.now()
        moved = self._go(move, at=now)
        told = tell(now)
        self._write({**moved, **told.columns})
        return self.remember(move, by=by, reason=reason.strip(), at=now, payload=told.payload)

    def remember(self, move: Move, *, by: Acting, **facts: Any) -> PilotEvent:
        """Append a move to the history; only ``make`` and ``pilot_actions.enter`` do."""
        return self._whole.events.create(
            verb=move.verb,
            role=move.role,
            state=self.state,
            person=by.person,
            post=by.post,
            **facts,
        )

    def _refuse(self, move: Move, by: Acting, reason: str) -> None:
        if move.role not in pilot_desks.roles_of(self._whole, by):
            raise pilot_exceptions.NotYourPilot
        if self.state not in move.sources:
            raise pilot_exceptions.PilotMoved
        is_read = self.state in pilot_workflow.PUBLIC or move.target is not None
        if move.needs_reason and is_read and not reason.strip():
            raise pilot_exceptions.ReasonMissing

    def _go(self, move: Move, *, at: datetime) -> dict[str, Any]:
        """The database decides the race when two officers click at once; the row stays locked.

        The revision is the one that the officer saw, so a stale page cannot decide.
        """
        here = type(self._whole).objects.filter(pk=self.pk)
        ready = here.filter(state__in=move.sources, revision=self.revision)
        if not ready.update(revision=F("revision") + 1):
            raise pilot_exceptions.PilotMoved
        moved = {"revision": self.revision + 1}
        return moved | ({"state": move.target, "moved_at": at} if move.target else {})

    def _write(self, columns: Mapping[str, Any]) -> None:
        type(self._whole).objects.filter(pk=self.pk).update(**columns)
        for name, value in columns.items():
            setattr(self, name, value)

    @property
    def _whole(self) -> Pilot:
        return cast("Pilot", self)
