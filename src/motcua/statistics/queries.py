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


class EntryQuerySet(models.QuerySet):
    """Questions to the books."""

    def before(self, moment: datetime) -> Self:
        """What counts before ``moment``."""
        return self.filter(at__lt=moment)

    def in_months(self) -> Self:
        """With the beginning of their ``month``."""
        return self.annotate(month=TruncMonth("at", tzinfo=VIETNAM))

    def summed(self, *by: str, since: datetime) -> Iterable[dict[str, Any]]:
        """One row per ``by``, with the sums of ``Figures`` under ``sum_…``."""
        return cast("Iterable[dict[str, Any]]", self.values(*by).annotate(**_sums(since)))

    def summed_up(self, *, since: datetime) -> dict[str, int]:
        """The same for everything together."""
        return self.aggregate(**_sums(since))

    def counted(self, *by: str) -> Iterable[dict[str, Any]]:
        """One row per ``by``, with the sum of every measure under ``sum_…``."""
        sums = {f"sum_{each}": _sum(F(each)) for each in COLUMNS}
        return cast("Iterable[dict[str, Any]]", self.values(*by).annotate(**sums))


def _sums(since: datetime) -> dict[str, Any]:
    """Flows ``since`` then, stocks over all the time, what was carried over from before."""
    flows = Q(at__gte=since)
    sums: dict[str, Any] = {each: _sum(F(each), flows) for each in COLUMNS}
    sums[Measure.WAITING.column] = _sum(F(Measure.WAITING.column))
    sums["carried"] = _sum(_open(), ~flows)
    sums["unchecked_before"] = _sum(_unchecked(), ~flows)
    sums["overdue"] = _sum(F(Measure.FELL_DUE.column) - F(Measure.LATE_ENDED.column))
    # An alias may not hide a column of the model, so every sum has a name of its own.
    return {f"sum_{name}": each for name, each in sums.items()}


def _sum(expression: Any, condition: Q | None = None) -> Coalesce:
    return Coalesce(Sum(expression, filter=condition), 0)


def _open() -> Any:
    """Received and not yet resolved or ended."""
    return _total(*RECEIVED) - _total(*RESOLVED, *ENDED)


def _unchecked() -> Any:
    """Handed in and not yet received, refused or taken back."""
    gone = (Measure.REFUSED, Measure.WITHDRAWN_UNRECEIVED)
    return _total(Measure.SUBMITTED) - _total(*RECEIVED, *gone)


def _total(*measures: Measure) -> Any:
    first, *others = (F(measure.column) for measure in measures)
    return sum(others, start=first)
