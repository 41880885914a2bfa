"""How does a state change? Through one door: checked, written, remembered, announced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from motcua.directives import exceptions, hands, workflow
from motcua.directives.facts import Facts, of_nothing
from motcua.directives.signals import directive_moved, directive_moving
from motcua.directives.workflow import Move, Role, State
from motcua.periods.closing import closed_means

from .event import Evidence

if TYPE_CHECKING:
    from motcua.filekeeping.models import StoredFile
    from motcua.organizations.acting import Acting

    from .event import TaskEvent
    from .task import Task

Telling = Callable[[datetime], Facts]
"""What else a verb writes, told once it is certain who makes the move and when."""
Papers = Iterable[tuple["StoredFile", str]]
"""Files that were kept under their hash, each with its cleaned name."""


class OneDoor(models.Model):
    """What has a state that changes through ``make`` and nowhere else."""

    state = models.CharField(max_length=12, choices=State, default=State.GIVEN, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every move; a page that saw an older one decides nothing."""
    moved_at = models.DateTimeField(editable=False)
    """When it came into its present state."""

    class Meta:
        abstract = True

    # --- Questions -------------------------------------------------------------

    def refuse_unless_now(self, move: Move, *, by: Acting) -> Role:
        """As what ``by`` could make ``move`` now; raises NotYourMove or TooLate."""
        role = hands.role_for(move, self._whole, by)
        if self.state not in move.sources:
            raise exceptions.TooLate
        return role

    def moves_for(self, by: Acting) -> list[Move]:
        """The buttons that ``by`` should see now."""
        now = [move for move in workflow.MOVES if self.state in move.sources]
        return hands.allowed(now, self._whole, by)

    def as_seen(self, revision: int) -> Self:
        """The task as somebody's page showed it: if it moved since, their move is too late."""
        self.revision = revision
        return self

    # --- The door ----------------------------------------------------------------

    @closed_means(exceptions.OwnerClosed, exceptions.NotYourMove)
    @transaction.atomic
    def make(
        self,
        move: Move,
        *,
        by: Acting,
        reason: str = "",
        tell: Telling = of_nothing,
        papers: Papers = (),
    ) -> TaskEvent:
        """Make one move: check it, write it, remember it, announce it."""
        role = self.refuse_unless_now(move, by=by)
        if move.needs_reason and not reason.strip():
            raise exceptions.ReasonMissing
        now = timezone.now()
        told = tell(now)
        self._go(move, at=now, told=told)
        event = self.remember(move, role, by=by, reason=reason, at=now, payload=told.payload)
        Evidence.objects.bulk_create(
            Evidence(event=event, file=kept, name=name) for kept, name in papers
        )
        self.announce(event)
        return event

    def remember(self, move: Move, role: Role, *, by: Acting, **facts: Any) -> TaskEvent:
        """Append a move to the history; only ``make`` and ``actions.give`` do."""
        task = self._whole
        return task.events.create(
            verb=move.verb,
            role=role,
            state=self.state,
            organization_id=task.organization_id,
            **by.hand,
            **facts,
        )

    def announce(self, event: TaskEvent) -> None:
        """Tell those who append rows now, and after commit those who may miss it."""
        kind = type(self)
        directive_moving.send(kind, task=self, event=event)
        transaction.on_commit(lambda: directive_moved.send_robust(kind, task=self, event=event))

    def _go(self, move: Move, *, at: datetime, told: Facts) -> None:
        """The database decides the race when two officers click at once.

        The revision is the one that the officer saw, so a stale page cannot decide.
        """
        target = told.target or move.target
        moved = {"moved_at": at} if target != self.state else {}
        written = {"state": target, **moved, **told.columns}
        here = type(self._whole).objects.filter(pk=self.pk)
        ready = here.filter(state__in=move.sources, revision=self.revision)
        if not ready.update(revision=F("revision") + 1, **written):
            raise exceptions.TooLate
        self.revision += 1
        for name, value in written.items():
            setattr(self, name, value)

    @property
    def _whole(self) -> Task:
        return cast("Task", self)
