"""How far has the house come with telling of a plan, and whom did no letter reach?"""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from motcua.reorganization import workflow
from motcua.reorganization.models import Plan, PlanEvent

from .models import PlanLetter, PlanTelling

ABOUT = (workflow.CARRY_OUT.verb, workflow.UNDO.verb)
State = PlanLetter.State


class ToldSoFar(NamedTuple):
    """The letters about the last move that is told of, however many, from one query.

    What was written is counted batch by batch as it is written, so only those that are not sent are
    looked at, by an index of theirs.
    """

    written: int
    queued: int
    failed: int
    unreachable: int
    """Rows that had nobody with an address; their account tells them."""
    is_going_on: bool

    @property
    def sent(self) -> int:
        return self.written - self.queued - self.failed

    @classmethod
    def of(cls, plan: Plan) -> Self | None:
        """None where nobody began to tell."""
        tellings = PlanTelling.objects.filter(event=OuterRef("pk"))
        events = PlanEvent.objects.filter(plan=plan, verb__in=ABOUT).filter(Exists(tellings))
        counted = events.annotate(
            written=_number(tellings, Sum("told")),
            queued=_number(_letters(State.QUEUED), Count("pk")),
            failed=_number(_letters(State.FAILED), Count("pk")),
            unreachable=_number(tellings, Sum("unreachable")),
            going=Exists(tellings.filter(done_at=None)),
        )
        named = counted.order_by("-pk").values_list(*COLUMNS)
        found = named.first()
        return cls(*found) if found else None


COLUMNS = ("written", "queued", "failed", "unreachable", "going")


def _letters(state: str) -> QuerySet[PlanLetter]:
    there: QuerySet[PlanLetter] = PlanLetter.objects.filter(event=OuterRef("pk"), state=state)
    return there.exclude(state=State.SENT)  # as the index of those not sent says it


def _number(rows: QuerySet[Any], what: Any) -> Coalesce:
    """One number about the rows of an event; nought where there are none."""
    counted = rows.order_by().values("event").annotate(found=what).values("found")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
