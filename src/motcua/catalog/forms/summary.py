"""What was answered, in the words and order of the form: for the citizen before submitting, for
the officer on the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.catalog.models import ProcedureVersion

from . import communes, groups
from .calculations import decimals_of, is_number
from .doubts import warnings
from .formats import is_personal_number, is_unit_code, written_day
from .groups import Group
from .layout import Form, Page, Section, form_of
from .schema import Answers, Schema, choices_of, node, value_at
from .suggesting import Known

HIDDEN = "*****"


@dataclass(frozen=True)
class Row:
    """A question's label and its answer in words; empty where nothing was answered."""

    path: str
    label: str
    text: str
    warning: str = ""
    """What to look at again; it refuses nothing."""


@dataclass(frozen=True)
class SummarySection:
    """The answers of one section, or of one entry; ``page`` is where to change them."""

    page: str
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Reader:
    """Who reads the answers, and what is known to put them in words."""

    masked: bool
    places: Mapping[str, str]
    doubts: Mapping[str, str]

    def row(self, schema: Schema, path: str, value: Any) -> Row:
        found = node(schema, path)
        text = in_words(found, value, masked=self.masked, places=self.places)
        return Row(path, str(found.get("title", path)), text, self.doubts.get(path, ""))


def summary(
    version: ProcedureVersion,
    answers: Answers,
    *,
    masked: bool = False,
    day: date | None = None,
    known: Known | None = None,
) -> list[SummarySection]:
    """Sections with their answers, entries of groups apart; unanswered questions are left out.

    ``masked`` shows personal numbers as ``022*****1234`` and keeps warnings to oneself; ages are
    those of ``day``, without it of today; ``known`` are facts that answers are held against.
    """
    form = form_of(version)
    counted = form.counting(answers, day)
    told = [] if masked else warnings(version, answers, known)
    doubts = {one.path: one.message for one in told}
    reader = Reader(masked, communes.names_of(codes(form, counted)), doubts)
    return [
        SummarySection(page.key, title, rows)
        for page in form.pages
        for section in page.sections
        for title, rows in _runs(page, section, counted, reader)
        if rows
    ]


def left_empty(version: ProcedureVersion, answers: Answers) -> dict[str, list[str]]:
    """By page, the questions that count and nobody answered; without those of repeating groups.

    A declaration is made or not; it is never called empty.
    """
    form = form_of(version)
    known = form.known(answers)
    by_page = {
        page.key: [
            label
            for one in page.sections
            if one.counts_for(known)
            for label in _empty(page, one, answers)
        ]
        for page in form.pages
    }
    return {page: labels for page, labels in by_page.items() if labels}


def _empty(page: Page, section: Section, answers: Answers) -> Iterator[str]:
    grouped = {path for group in section.groups for path in group.patterns}
    for path in section.asked_paths:
        found = node(page.schema, path)
        if path not in grouped and "const" not in found and not _is_answered(answers, path):
            yield str(found.get("title", path))


def _is_answered(answers: Answers, path: str) -> bool:
    return value_at(answers, path) not in (None, "")


def _runs(
    page: Page, section: Section, answers: Answers, reader: Reader
) -> Iterator[tuple[str, list[Row]]]:
    """The section's questions, and each entry of its groups, under their own titles."""
    title = section.title or page.title
    rows: list[Row] = []
    for part in section.parts:
        if isinstance(part, Group):
            yield title, rows
            rows = []
            for number in range(groups.count(answers, part.path)):
                yield part.legend(number), _rows(page, part.paths(number), answers, reader)
        else:
            rows += _rows(page, [part], answers, reader)
    yield title, rows


def _rows(page: Page, paths: list[str], answers: Answers, reader: Reader) -> list[Row]:
    told = [(path, value_at(answers, path)) for path in paths]
    return [reader.row(page.schema, path, value) for path, value in told if value is not None]


def codes(form: Form, answers: Answers) -> list[str]:
    """The communes that are named, to be asked of the map once."""
    patterns = [
        path
        for page in form.pages
        for path in page.asked_paths
        if node(page.schema, path).get("format") in {"place", "commune"}
    ]
    values = [value_at(answers, path) for one in patterns for path in groups.spread(one, answers)]
    return [one for one in values if isinstance(one, str) and is_unit_code(one)]


def in_words(
    found: Schema, value: Any, *, masked: bool = False, places: Mapping[str, str] | None = None
) -> str:
    """One answer as a reader says it."""
    choices = dict(choices_of(found))
    if choices:
        return choices.get(str(value), str(value))
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if is_number(value):
        return f"{_figures(value, found)} {found.get('x-unit', '')}".strip()
    return _written(found.get("format", ""), str(value), masked=masked, places=places or {})


def _figures(value: float, found: Schema) -> str:
    decimals = 0 if value == int(value) else decimals_of(found)
    return str(number_format(value, decimal_pos=decimals, force_grouping=True))


def _written(shape: str, text: str, *, masked: bool, places: Mapping[str, str]) -> str:
    if shape in {"date", "past-date", "past-date-or-year"}:
        return written_day(text)
    if shape == "personal-number" and masked:
        return personal_numbers.masked(text) if is_personal_number(text) else HIDDEN
    if shape == "commune":
        return places.get(text, text).partition(", ")[0]
    return places.get(text, text) if shape == "place" else text
