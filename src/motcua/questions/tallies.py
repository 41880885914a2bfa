"""How well do offices answer? How many, in time, how fast half of them, and with what help?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from django.db.models import (
    Aggregate,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    Q,
    Sum,
)
from django.db.models.functions import Coalesce

from motcua.questions.models import Question

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY = timedelta(days=1)


class Median(Aggregate):
    """The middle one: half came no later."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True, slots=True)
class Tally:
    """What one office answered in a time."""

    answered: int
    in_time: int
    median: timedelta
    helped: int
    """Readers who said that a published answer helped them."""
    opinions: int

    @property
    def share(self) -> float:
        """Of 100 answers, how many in time; never rounded up."""
        return math.floor(1000 * self.in_time / self.answered) / 10

    @property
    def days(self) -> float:
        """The median in days, to one place."""
        return round(self.median / DAY, 1)

    @property
    def contentment(self) -> float | None:
        """Of 100 readers who said something, how many were helped; None where nobody did."""
        return math.floor(1000 * self.helped / self.opinions) / 10 if self.opinions else None


COUNTED: Mapping[str, Any] = {
    "answered": Count("pk"),
    "in_time": Count("pk", filter=Q(approved_at__lte=F("answer_due_at"))),
    "median": Median(
        ExpressionWrapper(F("answered_at") - F("asked_at"), output_field=DurationField())
    ),
    "helped": Coalesce(Sum("opinion__yes"), 0),
    "opinions": Coalesce(Sum(F("opinion__yes") + F("opinion__no")), 0),
}


def by_office(since: datetime, until: datetime, **where: Any) -> dict[int, Tally]:
    """Of the questions first answered from ``since`` and before ``until``; one statement."""
    answered = Question.objects.filter(answered_at__gte=since, answered_at__lt=until, **where)
    rows: Any = answered.order_by().values("organization").annotate(**cast("Any", COUNTED))
    return {row.pop("organization"): Tally(**row) for row in rows}
