"""Whose work before the pilot was the work of those who take part now?

A merged body did not exist before it was merged. What its parents did counts as what was before:
those that ended since and whose default successor it is, over several steps.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import F, QuerySet

from motcua.organizations.models import Succession


def parents(offices: Collection[int], since: date, until: date) -> dict[int, int]:
    """Those that ended from ``since`` to ``until``, each with the one of ``offices`` it led to.

    One query a generation.
    """
    heirs = {office: office for office in offices}
    found: dict[int, int] = {}
    while heirs:
        rows = _ended(heirs, since, until).values_list("old", "new")
        heirs = {old: heirs[new] for old, new in rows if old not in found and old not in offices}
        found |= heirs
    return found


def _ended(heirs: Collection[int], since: date, until: date) -> QuerySet[Succession]:
    """Wholly: what only gave a part away still exists, and its figures are its own."""
    return Succession.objects.filter(
        new__in=heirs,
        is_default=True,
        day__gte=since,
        day__lte=until,
        old__valid_during__endswith__lte=F("day"),
    )
