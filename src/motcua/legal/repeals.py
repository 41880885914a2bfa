"""Which laws end on which day, and what takes their place? Editors may say more."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from .models import LegalDocument

FILE = Path(__file__).parent / "recorded" / "endings.json"
"""Number, day and successor: 60/2014/QH13 until 1 March 2027, 03/2026/QH16 from then on."""


@transaction.atomic
def load(path: Path = FILE) -> int:
    """Enter the ends that nobody entered yet; what an editor wrote stays. How many are known."""
    told = json.loads(path.read_text(encoding="utf-8"))
    for one in told:
        _end(one, date.fromisoformat(one["ends_on"]))
    return len(told)


def _end(told: dict[str, Any], day: date) -> None:
    law = _shelved(told, DateRange(None, None, "[)"))
    if law.replaced_by_id or law.valid_during.upper:
        return
    law.valid_during = DateRange(law.valid_during.lower, day, "[)")
    law.replaced_by = _shelved(told["by"], DateRange(day, None, "[)"))
    law.save()


def _shelved(told: dict[str, Any], days: DateRange) -> LegalDocument:
    named = {"title": told["title"], "valid_during": days}
    return LegalDocument.objects.get_or_create(number=told["number"], defaults=named)[0]
