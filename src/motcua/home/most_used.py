"""Which procedures do most people need? Counted from the dossiers of three months, every night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from motcua.catalog.models import ProcedureVersion
from motcua.catalog.queries import VersionQuerySet
from motcua.dossiers.models import Dossier
from motcua.home.models import MostUsed
from motcua.home.shelves import PLAIN_FIRST
from motcua.periods import clock

SPAN = timedelta(days=90)
SHOWN = 8
ENOUGH = 4
"""With fewer different procedures an order would say nothing; then the plainest are shown."""


@dataclass(frozen=True)
class Usual:
    """What the front page names first, and whether people's dossiers chose it."""

    procedures: list[tuple[str, str]]
    """Code and name."""
    is_counted: bool


@transaction.atomic
def count() -> int:
    """Put the places anew; how many there are. No number is kept, only the order."""
    since = timezone.now() - SPAN
    asked = Dossier.objects.filter(submitted_at__gte=since).values("version__procedure__code")
    ranked = asked.annotate(often=Count("pk")).order_by("-often", "version__procedure__code")
    codes = [row["version__procedure__code"] for row in ranked[: SHOWN * 2]]
    MostUsed.objects.all().delete()
    today = clock.today()
    places = [MostUsed(place=n, code=code, counted_on=today) for n, code in enumerate(codes, 1)]
    return len(MostUsed.objects.bulk_create(places))


def usual(day: date) -> Usual:
    """What to name on ``day``; two queries at most."""
    codes = list(MostUsed.objects.values_list("code", flat=True))
    if len(codes) >= ENOUGH:
        return Usual(_named(_offered(day).in_this_order(codes)), is_counted=True)
    return Usual(_named(_offered(day).order_by(*PLAIN_FIRST)), is_counted=False)


def _offered(day: date) -> VersionQuerySet:
    return ProcedureVersion.objects.published().on(day)


def _named(versions: VersionQuerySet) -> list[tuple[str, str]]:
    return list(versions.values_list("procedure__code", "name")[:SHOWN])
