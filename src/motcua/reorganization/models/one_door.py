"""How does a plan's state change? Through one door: checked, written, remembered, announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from motcua.periods.closing import closed_means
from motcua.reorganization import exceptions, hands, workflow
from motcua.reorganization.signals import plan_moved, plan_moving
from motcua.reorganization.workflow import Move, Role, State

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .event import PlanEvent
    from .plan import Plan


class OneDoor(models.Model):
    """What has a state that changes through ``make`` and nowhere else."""

    state = models.CharField(max_length=12, choices=State, default=State.DRAFT, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every move; a page that saw an older one decides nothing."""
    moved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    # --- Questions -------------------------------------------------------------

    def refuse_unless_now(self, move: Move, *, by: Acting) -> Role:
        """As what ``by`` could make ``move`` now; raises NotYourMove or TooLate."""
        role = hands.role_for(move, by)
        if self.state not in move.sources:
            raise exceptions.TooLate
        return role

    def moves_for(self, by: Acting) -> list[Move]:
        """The buttons that ``by`` should see now."""
        now = [move for move in workflow.MOVES if self.state in move.sources]
        return [move for move in now if hands.may(move, by)]

    def as_seen(self, revision: int) -> Self:
        """The plan as somebody's page showed it: if it moved since, their move is too late."""
        self.revision = revision
        return self

    # --- The door ----------------------------------------------------------------

    @closed_means(exceptions.NotYourMove)
    @transaction.atomic
    def make(
        self, move: Move, *, by: Acting, reason: str = "", payload: dict[str, Any] | None = None
    ) -> PlanEvent:
        """Make one move: check it, write it, remember it, announce it."""
        role = self.refuse_unless_now(move, by=by)
        if move.needs_reason and not reason.strip():
            raise exceptions.ReasonMissing
        self._go(move)
        return self.remember(move, role, by=by, reason=reason, payload=payload or {})

    def remember(self, move: Move, role: Role, *, by: Acting, **facts: Any) -> PlanEvent:
        """Append a move to the history and tell of it; only ``make`` and ``actions.enter`` do."""
        plan = self._whole
        event = plan.events.create(
            verb=move.verb,
            role=role,
            state=self.state,
            person=by.person,
            post=by.post,
            at=self.moved_at,
            **facts,
        )
        kind = type(plan)
        plan_moving.send(kind, plan=plan, event=event)
        transaction.on_commit(lambda: plan_moved.send_robust(kind, plan=plan, event=event))
        return event

    def _go(self, move: Move) -> None:
        """The database decides the race of two, and whoever saw an older page is too late."""
        now = timezone.now()
        here = type(self._whole)._base_manager.filter(pk=self.pk)
        ready = here.filter(state__in=move.sources, revision=self.revision)
        if not ready.update(state=move.target, moved_at=now, revision=F("revision") + 1):
            raise exceptions.TooLate
        self.revision += 1
        self.state, self.moved_at = move.target, now

    @property
    def _whole(self) -> Plan:
        return cast("Plan", self)
