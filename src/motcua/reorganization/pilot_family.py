"""Whose work before the pilot was the work of those who take part now?

A merged body did not exist before it was merged. What its parents did counts as what was before:
those that ended since and whose default successor it is, over several steps. One that takes part
and ends during the pilot is followed to its heir.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import F, QuerySet

from motcua.organizations import matters
from motcua.organizations.matters import Matter
from motcua.organizations.models import Organization, Succession


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


def heirs(offices: Collection[int], day: date) -> dict[int, int]:
    """Those of ``offices`` that ended by ``day``, each with who answers for it then.

    Only where the register knows one; over several steps.
    """
    ended = Organization.objects.filter(pk__in=offices, valid_during__endswith__lte=day)
    asked = [Matter(office) for office in ended.values_list("pk", flat=True)]
    found = matters.answering(asked, day) if asked else {}
    return {matter.old: heir for matter, heir in found.items() if heir != matter.old}


def _ended(heirs: Collection[int], since: date, until: date) -> QuerySet[Succession]:
    """Wholly: what only gave a part away still exists, and its figures are its own."""
    return Succession.objects.filter(
        new__in=heirs,
        is_default=True,
        day__gte=since,
        day__lte=until,
        old__valid_during__endswith__lte=F("day"),
    )
