"""What was answered, in the words and order of the form: for the citizen before submitting, for
the officer on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.catalog.models import ProcedureVersion

from . import communes
from .layout import Page, Section, counting, pages
from .schema import Answers, Schema, choices_of, node, value_at


@dataclass(frozen=True)
class Row:
    """A question's label and its answer in words; empty where nothing was answered."""

    path: str
    label: str
    text: str


@dataclass(frozen=True)
class SummarySection:
    """The answers of one section; ``page`` is where to change them."""

    page: str
    title: str
    rows: list[Row]


def summary(
    version: ProcedureVersion, answers: Answers, *, masked: bool = False
) -> list[SummarySection]:
    """Sections with their answers; unanswered questions are left out.

    ``masked`` shows personal numbers as ``022*****1234``.
    """
    counted = counting(version, answers)
    return [
        SummarySection(page.key, section.title or page.title, rows)
        for page in pages(version)
        for section in page.sections
        if (rows := _rows(page, section, counted, masked=masked))
    ]


def _rows(page: Page, section: Section, counted: Answers, *, masked: bool) -> list[Row]:
    asked = [(path, node(page.schema, path), value_at(counted, path)) for path in section.paths]
    return [
        Row(path, str(found.get("title", path)), in_words(found, value, masked=masked))
        for path, found, value in asked
        if value is not None
    ]


def in_words(found: Schema, value: Any, *, masked: bool = False) -> str:
    """One answer as a reader says it."""
    choices = dict(choices_of(found))
    if choices:
        return choices.get(str(value), str(value))
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, int):
        return f"{number_format(value, force_grouping=True)} {found.get('x-unit', '')}".strip()
    return _written(found.get("format", ""), str(value), masked=masked)


def _written(shape: str, text: str, *, masked: bool) -> str:
    if shape in {"date", "past-date"}:
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    if shape == "personal-number" and masked:
        return personal_numbers.masked(text)
    return communes.name_of(text) if shape == "commune" else text
