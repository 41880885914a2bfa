"""How many, for which offices, sectors and months? Sums over the books, never over dossiers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self, cast

from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce, TruncMonth

from motcua.periods.clock import VIETNAM

from .measures import COLUMNS, ENDED, RECEIVED, RESOLVED, Measure

Rows = Iterable[dict[str, Any]]


class EntryQuerySet(models.QuerySet):
    """Questions to the books."""

    def before(self, moment: datetime) -> Self:
        """What counts before ``moment``."""
        return self.filter(at__lt=moment)

    def since(self, moment: datetime) -> Self:
        """What counts from ``moment`` on."""
        return self.filter(at__gte=moment)

    def in_months(self) -> Self:
        """With the beginning of their ``month``."""
        return self.annotate(month=TruncMonth("at", tzinfo=VIETNAM))

    def flows(self, *by: str) -> Rows:
        """One row per ``by``, with the sum of every measure under ``sum_…``."""
        sums = {f"sum_{each}": _sum(F(each)) for each in COLUMNS}
        return cast("Rows", self.values(*by).annotate(**sums))

    def stocks(self, *by: str, since: datetime) -> Rows:
        """One row per ``by``: what was there before ``since``, what waits and is late at the end.

        Asked apart from flows, because it is about all the time and they are about little of it.
        """
        return cast("Rows", self.values(*by).annotate(**_stocks(Q(at__lt=since))))

    def stock(self) -> dict[str, int]:
        """The same for everything together, at the end."""
        return self.aggregate(**_stocks(None))


def _stocks(earlier: Q | None) -> dict[str, Any]:
    # An alias may not hide a column of the model, so every sum has a name of its own.
    return {
        "sum_carried": _sum(_open(), earlier),
        "sum_unchecked_before": _sum(_unchecked(), earlier),
        "sum_waiting": _sum(F(Measure.WAITING.column)),
        "sum_overdue": _sum(F(Measure.FELL_DUE.column) - F(Measure.LATE_ENDED.column)),
    }


def _sum(expression: Any, condition: Q | None = None) -> Coalesce:
    return Coalesce(Sum(expression, filter=condition), 0)


def _open() -> Any:
    """Received and not yet resolved or ended."""
    return _total(*RECEIVED, Measure.MOVED) - _total(*RESOLVED, *ENDED)


def _unchecked() -> Any:
    """Handed in and not yet received, refused or taken back."""
    gone = (Measure.REFUSED, Measure.WITHDRAWN_UNRECEIVED)
    came = (Measure.SUBMITTED, Measure.MOVED_UNRECEIVED)
    return _total(*came) - _total(*RECEIVED, *gone)


def _total(*measures: Measure) -> Any:
    first, *others = (F(measure.column) for measure in measures)
    return sum(others, start=first)
