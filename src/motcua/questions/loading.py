"""How do the terms and the shelves that come with the house get into the database?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.periods.ledger import Ledger
from motcua.periods.models import since
from motcua.questions.models import Category, TermRule
from motcua.questions.models.term import Step
from motcua.questions.workflow import Kind

DATA = Path(__file__).parent / "data"
COLUMNS = (
    *("kind", "step", "organization_id", "value", "unit", "by_time", "source"),
    "valid_during",
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load wrote; nothing the second time."""

    terms: int
    categories: int


@transaction.atomic
def load() -> Loaded:
    """Bring in ``data/terms.csv`` and ``data/categories.csv``; what is known stays as it is.

    A term that changes gets a last day in the file and a new row after it.
    """
    terms = Ledger(TermRule, COLUMNS, known_by=3, corrects_ends=True).put(_terms())
    known = Category.objects.count()
    Category.objects.bulk_create(_categories(), ignore_conflicts=True)
    return Loaded(terms, Category.objects.count() - known)


def _terms() -> Iterator[tuple[Any, ...]]:
    for row in _rows("terms.csv"):
        yield (
            Kind[row["kind"].upper()].value,
            Step[row["step"].upper()].value,
            None,
            int(row["value"]),
            row["unit"],
            time.fromisoformat(row["by_time"]) if row["by_time"] else None,
            row["source"],
            since(
                date.fromisoformat(row["since"]),
                date.fromisoformat(row["until"]) if row["until"] else None,
            ),
        )


def _categories() -> Iterator[Category]:
    for position, row in enumerate(_rows("categories.csv"), 1):
        yield Category(slug=row["slug"], name=row["name"], position=position)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
