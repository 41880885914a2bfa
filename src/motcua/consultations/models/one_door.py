"""How does a state change? Through one door: checked, written, remembered, announced."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, datetime
from functools import reduce
from typing import TYPE_CHECKING, Any, Self, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from motcua.consultations import desks, exceptions, workflow
from motcua.consultations.facts import Facts, of_nothing
from motcua.consultations.signals import consultation_moved, consultation_moving
from motcua.consultations.workflow import Move, Phase, Role, State
from motcua.periods.clock import day_of, today
from motcua.periods.closing import closed_means

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .consultation import Consultation
    from .event import ConsultationEvent

Telling = Callable[[datetime], Facts]
"""What else a verb writes, told once it is certain who makes the move and when."""


class OneDoor(models.Model):
    """What has a state that changes through ``make`` and nowhere else."""

    state = models.CharField(max_length=12, choices=State, default=State.PREPARING, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every change; a page that saw an older one decides nothing."""
    moved_at = models.DateTimeField(default=timezone.now, editable=False)
    closes_on = models.DateField(null=True, blank=True, editable=False)
    """The last day on which everybody may comment; later after an extension, never sooner."""

    class Meta:
        abstract = True

    # --- Questions -------------------------------------------------------------

    def phase_on(self, day: date) -> Phase:
        """Where it stands on a legal day."""
        return workflow.phase_on(day, self.state, self.closes_on)

    @property
    def phase(self) -> Phase:
        """Where it stands today."""
        return self.phase_on(today())

    def moves_for(self, by: Acting) -> list[Move]:
        """The buttons that ``by`` should see now."""
        roles, phase = desks.roles_of(self._whole, by), self.phase
        return [move for move in workflow.MOVES if phase in move.sources and roles & move.roles]

    def as_seen(self, revision: int) -> Self:
        """As somebody's page showed it: if it changed since, their move is too late."""
        self.revision = revision
        return self

    def role_for(self, move: Move, *, by: Acting) -> Role:
        """As what ``by`` makes a move; raises NotYourMove."""
        fitting = desks.roles_of(self._whole, by) & move.roles
        if not fitting:
            raise exceptions.NotYourMove
        return min(fitting, key=list(Role).index)

    # --- The door ----------------------------------------------------------------

    @closed_means(exceptions.OfficeClosed, exceptions.NotYourMove)
    @transaction.atomic
    def make(
        self, move: Move, *, by: Acting, reason: str = "", tell: Telling = of_nothing
    ) -> ConsultationEvent:
        """Make one move: check it, write it, remember it, announce it."""
        role, now = self.role_for(move, by=by), timezone.now()
        if self.phase_on(day_of(now)) not in move.sources:
            raise exceptions.TooLate
        if move.needs_reason and not reason.strip():
            raise exceptions.ReasonMissing
        told = tell(now)
        self._go(move, at=now, told=told)
        facts = {"reason": reason.strip(), "at": now, "payload": told.payload}
        return self.remember(move, role, by=by, **facts)

    def remember(self, move: Move, role: Role, *, by: Acting, **facts: Any) -> ConsultationEvent:
        """Append a move to the history and announce it; only ``make`` and ``prepare`` do."""
        whole, kind = self._whole, type(self)
        event: ConsultationEvent = whole.events.create(
            verb=move.verb, role=role, state=self.state, **by.hand, **facts
        )
        consultation_moving.send(kind, consultation=whole, event=event)
        transaction.on_commit(
            lambda: consultation_moved.send_robust(kind, consultation=whole, event=event)
        )
        return event

    def _go(self, move: Move, *, at: datetime, told: Facts) -> None:
        """The database decides the race, among officers and with the closing day.

        The revision is the one that the officer saw, so a stale page cannot decide.
        """
        written = {"state": move.target, "moved_at": at, **told.columns}
        stands = [workflow.in_phase(phase, day_of(at)) for phase in move.sources]
        self._write(reduce(operator.or_, stands), **written)

    def _write(self, condition: models.Q, **written: Any) -> None:
        here = type(self._whole).objects.filter(pk=self.pk, revision=self.revision)
        if not here.filter(condition).update(revision=F("revision") + 1, **written):
            raise exceptions.TooLate
        self.revision += 1
        for name, value in written.items():
            setattr(self, name, value)

    @property
    def _whole(self) -> Consultation:
        return cast("Consultation", self)
