"""What looks wrong and may be right? Warnings beside an answer; they refuse nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.accounts import personal_numbers
from motcua.catalog.models import ProcedureVersion

from . import groups
from .formats import is_day, is_personal_number
from .layout import form_of
from .schema import Answers, Schema, at_entry, group_of, name_of, node, value_at

KEYWORD = "x-consistent-with"


@dataclass(frozen=True)
class Warning:
    """One answer to look at again, and why."""

    path: str
    message: str

    @property
    def field(self) -> str:
        """The question's name on its page."""
        return name_of(self.path)


def warnings(version: ProcedureVersion, answers: Answers) -> list[Warning]:
    """Personal numbers whose digits disagree with the answers beside them (domain.md §8.2)."""
    form = form_of(version)
    counted = form.counting(answers)
    asked = [(path, page.schema) for page in form.pages for path in page.asked_paths]
    return [one for path, schema in asked for one in _of(schema, path, counted)]


def _of(schema: Schema, pattern: str, answers: Answers) -> Iterator[Warning]:
    found = node(schema, pattern)
    if found.get("format") != "personal-number":
        return
    for number in _entries(answers, pattern):
        path = at_entry(pattern, number)
        told = _doubts(value_at(answers, path), found.get(KEYWORD, {}), answers, number)
        if told:
            yield Warning(path, " ".join(told))


def _entries(answers: Answers, pattern: str) -> list[int | None]:
    group = group_of(pattern)
    return [*range(len(groups.entries(answers, group)))] if group else [None]


def _doubts(number: Any, beside: dict[str, str], answers: Answers, entry: int | None) -> list[str]:
    if not isinstance(number, str) or not is_personal_number(number):
        return []
    known = {name: value_at(answers, at_entry(path, entry)) for name, path in beside.items()}
    day, sex = known.get("birth_date"), known.get("sex")
    born = date.fromisoformat(day) if isinstance(day, str) and is_day(day) else None
    known_sex = sex if sex in personal_numbers.SEX_OF_PARITY else ""
    return personal_numbers.doubts(number, birth_date=born, sex=known_sex)
