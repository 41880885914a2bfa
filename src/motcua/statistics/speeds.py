"""How long does it take? Half of the dossiers that were decided took no longer."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q

from motcua.dossiers.models import Dossier
from motcua.organizations.models import Organization
from motcua.periods.clock import VIETNAM
from motcua.questions.tallies import Median

from .spans import Span

DAY, YEAR = timedelta(days=1), timedelta(days=365)
ENOUGH = 20
"""Of fewer dossiers nothing is said."""
TENS, FIVES = 10, 5

TOOK = ExpressionWrapper(F("finished_at") - F("received_at"), output_field=DurationField())


def median(span: Span, offices: Collection[int]) -> timedelta | None:
    """From receipt to decision, days off and the applicant's own days among them; one statement.

    Of all that ``offices`` decided in ``span`` together; None where they decided nothing.
    """
    decided = Dossier.objects.filter(
        organization__in=offices, finished_at__gte=span.begins, finished_at__lt=span.ends
    )
    found: timedelta | None = decided.aggregate(median=Median(TOOK))["median"]
    return found


@dataclass(frozen=True, slots=True)
class Speed:
    """How long a procedure really took: of how many dossiers, half of them, and how many in time.

    Never of few, and rounded, so that what was not shown cannot be told from what was: whoever
    subtracts one office from all learns tens, not persons.
    """

    more_than: int
    """So many dossiers at least, in tens."""
    median: timedelta
    share: int
    """Of 100 decided, how many in time, in fives; never rounded up."""

    @property
    def days(self) -> int:
        """Half of them took no more days; a part of a day counts as one."""
        return max(1, math.ceil(self.median / DAY))


TOLD = {
    "count": Count("pk"),
    "in_time": Count("pk", filter=Q(finished_at__lte=F("due_current"))),
    "median": Median(TOOK),
}


def of_procedure(code: str, day: date, office: Organization | None = None) -> Speed | None:
    """Of what was decided in the twelve months before ``day``; None where that is too little.

    One statement, by the index of what was decided of a version.
    """
    decided = _decided(day).filter(version__procedure__code=code)
    if office is not None:
        decided = decided.filter(organization=office)
    found = decided.aggregate(**TOLD)
    return _speed(**found) if found["count"] >= ENOUGH else None


def of_procedures(codes: Collection[str], day: date) -> dict[str, Speed]:
    """Of several at once, by code; those of which too little is known are not there."""
    code = "version__procedure__code"
    rows = _decided(day).filter(**{f"{code}__in": codes}).values(code).annotate(**TOLD)
    return {row.pop(code): _speed(**row) for row in rows.order_by() if row["count"] >= ENOUGH}


def _decided(day: date) -> Any:
    ends = datetime.combine(day, time(), VIETNAM)
    return Dossier.objects.filter(
        finished_at__gte=ends - YEAR, finished_at__lt=ends, due_current__isnull=False
    )


def _speed(count: int, in_time: int, median: timedelta) -> Speed:
    share = 100 * in_time // count
    return Speed(count // TENS * TENS, median, share // FIVES * FIVES)
