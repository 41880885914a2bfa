"""Who takes part from which day on? A change ends rows and begins others; the past stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from motcua.periods.models import since

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.reorganization.models import Pilot


def rewrite(
    rows: QuerySet[Any], column: str, chosen: Collection[int], day: date, **own: Any
) -> None:
    """From ``day`` on exactly ``chosen`` stand in ``rows``, told apart by ``column``.

    Of what began on ``day`` or later nothing is left of a row that is not chosen; what began before
    ends with the day before.
    """
    there = {getattr(row, f"{column}_id"): row for row in rows.filter(valid_during__endswith=None)}
    leaving = [row for key, row in there.items() if key not in chosen]
    rows.filter(pk__in=[row.pk for row in leaving if row.valid_during.lower >= day]).delete()
    for row in leaving:
        if row.valid_during.lower < day:
            rows.filter(pk=row.pk).update(valid_during=since(row.valid_during.lower, day))
    new = [key for key in chosen if key not in there]
    rows.model._default_manager.bulk_create(
        rows.model(**{f"{column}_id": key, "valid_during": since(day), **own}) for key in new
    )


def first_day(pilot: Pilot, day: date) -> date:
    """Since when a change holds: a pilot that is prepared has no past of its own."""
    return max(pilot.started_on, day) if pilot.is_running else pilot.started_on
