"""How does the calendar that comes with the house get into the database?"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from motcua.periods.models import since

from .models import CalendarDay, OfficeHours
from .queries import forget_calendar

DATA = Path(__file__).parent / "data" / "calendar_days.csv"
FIRST_DAY = date(2018, 6, 21)
"""NĐ 61/2018 came into force; no dossier that the house counts was received earlier."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load found to do."""

    days: int
    kept_years: tuple[int, ...]
    """Years whose estimate was left alone, because official days are entered."""


@transaction.atomic
def load_calendar() -> Loaded:
    """Bring in the days of ``data/calendar_days.csv`` and, where there are none, office hours.

    Safe to run any number of times. An estimate never touches a year with an official day.
    """
    if not OfficeHours.objects.exists():
        OfficeHours.objects.create(valid_during=since(FIRST_DAY))
    rows, kept = _without_settled_years(recorded_days())
    CalendarDay.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["date"],
        update_fields=["kind", "name", "legal_basis", "source", "official"],
    )
    transaction.on_commit(forget_calendar)
    forget_calendar()
    return Loaded(len(rows), kept)


def recorded_days() -> list[CalendarDay]:
    """The days of the file, not saved."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [_day(row) for row in csv.DictReader(file)]


def _day(row: dict[str, str]) -> CalendarDay:
    return CalendarDay(
        date=date.fromisoformat(row["date"]),
        kind=CalendarDay.Kind(row["kind"]),
        name=row["name"],
        legal_basis=row["legal_basis"],
        source=row["source"],
        official=row["official"] == "yes",
    )


def _without_settled_years(rows: list[CalendarDay]) -> tuple[list[CalendarDay], tuple[int, ...]]:
    estimated = {row.date.year for row in rows if not row.official}
    official = CalendarDay.objects.filter(official=True, date__year__in=estimated)
    kept = sorted({day.year for day in official.values_list("date", flat=True)})
    return [row for row in rows if row.date.year not in kept], tuple(kept)
