"""Which fields does one page have: its questions, those of every entry, and what is worked out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from . import groups
from .calculations import Calculation, calculation_of
from .fields import CountQuestion, PlaceQuestion, question
from .layout import Page
from .places import Map
from .questions import Question
from .results import result_question
from .schema import Schema, entry_of, group_of, node, pattern_of


def fields_of(
    page: Page, named: Mapping[str, str], known: Mapping[str, Any], counts: Mapping[str, int]
) -> dict[str, forms.Field]:
    """The fields by name, in the order of the page; ``named`` has each question's path."""
    shared = Map(str(value) for value in known.values() if isinstance(value, str))
    found: dict[str, forms.Field] = {}
    for name, path in named.items():
        if (field := field_of(page.schema, path)) is not None:
            found[name] = field
            _on_the_map(field, path, shared)
    for group in page.groups:
        anchor = f"id_{group.name}"
        count = counts[group.path]
        found[group.count_name] = CountQuestion(count=count, anchor=anchor, label=group.title)
    return found


def field_of(schema: Schema, path: str) -> Question | None:
    """The question's field; None for words, which stand in the summary and on paper only."""
    calculation = calculation_of(schema, pattern_of(path))
    if calculation and not calculation.is_shown:
        return None
    field = _field(schema, path, calculation)
    field.full_label = full_label(schema, path)
    return field


def _field(schema: Schema, path: str, calculation: Calculation | None) -> Question:
    if calculation:
        return result_question(calculation)
    return question(node(schema, path), is_asked=is_asked(schema, path))


def full_label(schema: Schema, path: str) -> str:
    """The label, in a group with the entry before it: *Thành viên thứ 2: Họ tên*."""
    title = str(node(schema, path).get("title", path))
    number = entry_of(path)
    if number is None:
        return title
    return f"{groups.legend(node(schema, group_of(path)), number)}: {title}"


def _on_the_map(field: Question, path: str, shared: Map) -> None:
    if isinstance(field, PlaceQuestion):
        field.widget.map, field.widget.path = shared, path


def is_asked(schema: Schema, path: str) -> bool:
    """Whether a question must be answered where its section counts.

    The whole objects above it count as wanted: that is what their section's condition says, and
    so do questions that the schema wants under a condition.
    """
    above, _, step = path.rpartition(".")
    holder = node(schema, above) if above else schema
    rules = [holder, *holder.get("allOf", [])]
    wanted = [holder, *(rule.get(way, {}) for rule in rules for way in ("then", "else"))]
    return any(step in one.get("required", []) for one in wanted)
