"""How does a status change? Through one door: checked, written, remembered, announced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from motcua.dossiers import exceptions, facts, hands, workflow
from motcua.dossiers.facts import Facts
from motcua.dossiers.hands import Act, Footing, Known
from motcua.dossiers.signals import dossier_moved, dossier_moving
from motcua.dossiers.workflow import Move, Role, State
from motcua.periods.closing import closed_means

from .clash import Clash, noted

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .dossier import Dossier
    from .event import Event

Telling = Callable[[datetime], Facts]
"""What else a verb writes, told once it is certain who makes the move and when."""


class OneDoor(models.Model):
    """What has a status that changes through ``make`` and nowhere else."""

    state = models.PositiveSmallIntegerField(
        choices=State.choices, default=State.REGISTERED, editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every move; a page that saw an older one decides nothing."""
    moved_at = models.DateTimeField(editable=False)
    """When it came into its present status."""

    class Meta:
        abstract = True

    # --- Questions -------------------------------------------------------------

    def role_of(self, by: Acting, move: Move) -> Role:
        """As what ``by`` makes ``move``; raises the situation that forbids it (see ``hands``)."""
        return hands.footing(move, self._whole, by, self._known(by)).role

    def refuse_unless_now(self, move: Move, *, by: Acting) -> Footing:
        """As what ``by`` could make ``move`` now; raises NotYourMove or TooLate."""
        footing = hands.footing(move, self._whole, by, self._known(by))
        if self.state not in move.sources:
            raise exceptions.TooLate
        return footing

    def moves_for(self, by: Acting) -> list[Move]:
        """The buttons that ``by`` should see now."""
        now = [move for move in workflow.MOVES if self.state in move.sources]
        known = self._known(by)
        return [move for move in now if hands.may(move, self._whole, by, known)]

    def was_met_in_another_duty(self, by: Acting) -> bool:
        """Whether the same human already acted here in a duty that this post does not carry."""
        others = workflow.OFFICERS - hands.roles_of(self._whole, by)
        return any(act.person == by.person.pk and act.role in others for act in self._acts())

    def as_seen(self, revision: int) -> Self:
        """The dossier as somebody's page showed it: if it moved since, their move is too late."""
        self.revision = revision
        return self

    # --- The door ----------------------------------------------------------------

    @closed_means(exceptions.MoveRefused, exceptions.NotYourMove)
    def make(
        self, move: Move, *, by: Acting, reason: str = "", tell: Telling = facts.of_nothing
    ) -> Event:
        """Make one move: check it, write it, remember it, announce it."""
        with noted(self._whole, move, by), transaction.atomic():
            return self._make(move, by, reason, tell)

    def _make(self, move: Move, by: Acting, reason: str, tell: Telling) -> Event:
        role, allowed = self.refuse_unless_now(move, by=by)
        self._refuse_what_is_missing(move, reason)
        now = timezone.now()
        told = tell(now)
        self._go(move, at=now, told=told)
        event = self.remember(move, role, by=by, reason=reason, at=now, payload=told.payload)
        for each in allowed:
            Clash.note_exception(event, by, each)
        self.announce(event)
        return event

    def remember(self, move: Move, role: Role, *, by: Acting, **facts: Any) -> Event:
        """Append a move to the history; only ``make`` and ``Draft.submit`` do."""
        return self._whole.events.create(
            verb=move.verb,
            role=role,
            state=self.state,
            on_behalf_of=by.on_behalf_of,
            **by.hand,
            **facts,
        )

    def announce(self, event: Event) -> None:
        """Tell those who append rows now, and after commit those who may miss it."""
        kind = type(self)
        dossier_moving.send(kind, dossier=self, event=event)
        transaction.on_commit(lambda: dossier_moved.send_robust(kind, dossier=self, event=event))

    def _refuse_what_is_missing(self, move: Move, reason: str) -> None:
        if move.needs_reason and not reason.strip():
            raise exceptions.ReasonMissing
        if move.needs_result and not self._whole.results.exists():
            raise exceptions.ResultMissing

    def _go(self, move: Move, *, at: datetime, told: Facts) -> None:
        """The database decides the race when two officers click at once.

        The revision is the one that the officer saw, so a stale page cannot decide.
        """
        written = {"state": told.target or move.target, "moved_at": at, **told.columns}
        here = type(self._whole).objects.filter(pk=self.pk)
        ready = here.filter(state__in=move.sources, revision=self.revision)
        if not ready.update(revision=F("revision") + 1, **written):
            raise exceptions.TooLate
        self.revision += 1
        for name, value in written.items():
            setattr(self, name, value)

    def _acts(self) -> list[Act]:
        return [Act(*row) for row in self._whole.events.values_list("verb", "role", "person")]

    def _known(self, by: Acting) -> Known:
        return Known(self._acts(), hands.nearness(self._whole, by))

    @property
    def _whole(self) -> Dossier:
        return cast("Dossier", self)
