"""How do the kinds and the terms that come with the house get into the database?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.consultations.models import DraftKind, TermRule
from motcua.consultations.models.term import Step
from motcua.periods.ledger import Ledger
from motcua.periods.models import since

DATA = Path(__file__).parent / "data"
COLUMNS = ("kind_id", "step", "days", "law", "source", "valid_during")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load wrote; nothing the second time."""

    terms: int
    kinds: int


@transaction.atomic
def load() -> Loaded:
    """Bring in ``data/kinds.csv`` and ``data/terms.csv``; what is known stays as it is.

    A term that changes gets a last day in the file and a new row after it.
    """
    known = DraftKind.objects.count()
    DraftKind.objects.bulk_create(_kinds(), ignore_conflicts=True)
    kinds = dict(DraftKind.objects.values_list("slug", "pk"))
    terms = Ledger(TermRule, COLUMNS, known_by=2, corrects_ends=True).put(_terms(kinds))
    return Loaded(terms, len(kinds) - known)


def _kinds() -> Iterator[DraftKind]:
    for position, row in enumerate(_rows("kinds.csv"), 1):
        yield DraftKind(slug=row["slug"], name=row["name"], position=position)


def _terms(kinds: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    for row in _rows("terms.csv"):
        until = date.fromisoformat(row["until"]) if row["until"] else None
        yield (
            kinds[row["kind"]],
            Step[row["step"].upper()].value,
            int(row["days"]),
            row["law"],
            row["source"],
            since(date.fromisoformat(row["since"]), until),
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
