"""How do guides that the house brings enter? A new edition only where the file's content is new.

What an editor wrote stays: an edition without fingerprint is nobody's file, and is not ended.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from motcua.catalog.models import LifeEvent, Procedure
from motcua.periods import clock
from motcua.periods.models import Dated, since

from .models import Condition, Edition, Exemption, Fee

FOLDER = Path(__file__).parent / "recorded"
CASES = FOLDER / "cases"
"""What is known of single procedures: conditions, amounts, exemptions."""


@dataclass
class Outcome:
    """What came of a folder."""

    added: int = 0
    unchanged: int = 0
    left: list[str] = field(default_factory=list)
    """Where an editor's own words stand, and which file is no guide (with its faults)."""


def load(folder: Path = FOLDER) -> Outcome:
    """Every guide of a folder, and every procedure's case beside them."""
    outcome = Outcome()
    for told in _read(folder):
        _load(told, outcome)
    for told in _read(folder / CASES.name):
        _load_case(told, outcome)
    return outcome


def _read(folder: Path) -> Iterable[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


@transaction.atomic
def _load(told: Mapping[str, Any], outcome: Outcome) -> None:
    event, _new = LifeEvent.objects.get_or_create(
        slug=told["slug"], defaults={"name": told["name"], "position": told["position"]}
    )
    edition = Edition(
        event=event,
        lead=told["lead"],
        also_called="\n".join(told.get("also_called", ())),
        source=told.get("source", ""),
        questions=_stream("question", told["questions"]),
        steps=_stream("step", told["steps"]),
        fingerprint=_fingerprint(told),
    )
    _enter(edition, Edition.objects.filter(event=event), told, outcome)


@transaction.atomic
def _load_case(told: Mapping[str, Any], outcome: Outcome) -> None:
    procedure = Procedure.objects.filter(code=told["code"]).first()
    if procedure is None:
        outcome.left.append(f"{told['code']}: no such procedure")
        return
    if not told["questions"]:
        is_new = _enter_amounts(procedure, told)
        outcome.added += is_new
        outcome.unchanged += not is_new
        return
    condition = Condition(
        procedure=procedure,
        source=told.get("source", ""),
        questions=_stream("check", told["questions"]),
        fingerprint=_fingerprint(told),
    )
    if _enter(condition, Condition.objects.filter(procedure=procedure), told, outcome):
        _enter_amounts(procedure, told)


def _enter_amounts(procedure: Procedure, told: Mapping[str, Any]) -> bool:
    """Amounts and exemptions, where editors keep none yet; whether any came in."""
    days = since(date.fromisoformat(told["valid_from"]))
    kinds: list[tuple[Any, str]] = [(Fee, "fees"), (Exemption, "exemptions")]
    entered: list[Any] = []
    for model, name in kinds:
        if not model.objects.filter(procedure=procedure).exists():
            for at, row in enumerate(told.get(name, ())):
                told_row = {"valid_during": days, "position": at, **row}
                entered.append(model.objects.create(procedure=procedure, **told_row))
    return bool(entered)


def _enter(row: Any, others: Any, told: Mapping[str, Any], outcome: Outcome) -> bool:
    """Whether it came in: not where it stands already, and not over an editor's words."""
    if others.filter(fingerprint=row.fingerprint).exists():
        outcome.unchanged += 1
        return False
    before = others.during(since(clock.today())).order_by("valid_during").last()
    if before is not None and not before.fingerprint:
        outcome.left.append(str(row))
        return False
    try:
        row.clean()
    except ValidationError as wrong:
        outcome.left += [f"{row}: {sentence}" for sentence in wrong.messages]
        return False
    _follow(row, before, date.fromisoformat(told["valid_from"]))
    outcome.added += 1
    return True


def _follow(row: Any, before: Dated | None, first: date) -> None:
    """From today on, where something stood before; that ends today."""
    row.valid_during = since(clock.today() if before else first)
    if before is not None:
        begins = before.valid_during.lower
        before.valid_during = since(begins, max(clock.today(), begins or clock.today()))
        before.save()
    row.save()


def _stream(kind: str, values: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps([{"type": kind, "value": value} for value in values])


def _fingerprint(told: Mapping[str, Any]) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
