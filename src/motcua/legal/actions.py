"""How do laws get onto the shelf? From procedures that stand on them, and from what cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from .models import LegalDocument

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of a law."""

    number: str
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None


def enter(told: Iterable[Told]) -> None:
    """Shelve what is not known yet, in one statement; what is known stays as it is."""
    rows = {one.number: _row(one) for one in told if 0 < len(one.number) <= LONGEST}
    ordered = [rows[number] for number in sorted(rows)]  # two at once wait, none for the other
    LegalDocument.objects.bulk_create(ordered, ignore_conflicts=True)


def cited(numbers: Iterable[str]) -> QuerySet[LegalDocument]:
    """The documents with these numbers; an unknown number is shelved, its title comes later."""
    wanted = sorted(set(numbers))
    enter(Told(number) for number in wanted)
    return LegalDocument.objects.filter(number__in=wanted)


def _row(told: Told) -> LegalDocument:
    return LegalDocument(
        number=told.number,
        title=told.title,
        issuer=told.issuer,
        issued_on=told.issued_on,
        valid_during=DateRange(told.issued_on, None, "[)"),
    )
