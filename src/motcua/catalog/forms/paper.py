"""How does a filled form look on paper? What was answered, and dotted lines for what was not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation

from motcua.catalog.models import ProcedureVersion
from motcua.paperwork.filled_forms import Head, Line, Part, Signer

from . import communes, groups
from .groups import Group
from .layout import Page, Section, form_of
from .schema import Answers, Schema, node, value_at
from .summary import Reader, codes
from .words import amount_in_words

MONEY = "đồng"


@translation.override(settings.LANGUAGE_CODE)
def parts(
    version: ProcedureVersion, answers: Answers, *, masked: bool, day: date | None = None
) -> list[Part]:
    """Every section that counts, entry by entry; in Vietnamese, as papers of the house speak."""
    form = form_of(version)
    counted = form.counting(answers, day)
    named = communes.names_of(codes(form, counted))
    reader = Reader(masked=masked, places=named, doubts={})
    return [
        part
        for page in form.pages
        for section in page.sections
        if section.counts_for(counted)
        for part in _parts(page, section, counted, reader)
    ]


def head(version: ProcedureVersion) -> Head:
    """Title, number of the official form and notice, as the layout has them."""
    layout = version.form_layout or {}
    told = layout.get("paper", {})
    return Head(
        title=told.get("title") or version.name.upper(),
        form_code=told.get("code", ""),
        notice=layout.get("notice", ""),
    )


def stands_for(version: ProcedureVersion) -> list[str]:
    """How the names of papers begin in whose place the form is filled in."""
    return list((version.form_layout or {}).get("paper", {}).get("stands_for", []))


def signers(version: ProcedureVersion, name: str) -> list[Signer]:
    """Who signs; where only one does, by the name of the applicant."""
    told = (version.form_layout or {}).get("paper", {}).get("signers") or ["NGƯỜI YÊU CẦU"]
    return [Signer(role=role, name=name if len(told) == 1 else "") for role in told]


def _parts(page: Page, section: Section, answers: Answers, reader: Reader) -> Iterator[Part]:
    title = section.title or page.title
    lines: list[Line] = []
    for part in section.parts:
        if isinstance(part, Group):
            yield Part(title=title, lines=lines)
            title, lines = part.title, []
            yield from _entries(page, part, answers, reader)
        else:
            lines.append(_line(page.schema, part, answers, reader))
    if lines:
        yield Part(title=title, lines=lines)


def _entries(page: Page, group: Group, answers: Answers, reader: Reader) -> Iterator[Part]:
    """Those that were filled in, or as many empty ones as there must be."""
    for number in range(groups.count(answers, group.path) or group.least):
        lines = [_line(page.schema, path, answers, reader) for path in group.paths(number)]
        yield Part(title=group.legend(number), lines=lines, is_entry=True)


def _line(schema: Schema, path: str, answers: Answers, reader: Reader) -> Line:
    found, value = node(schema, path), value_at(answers, path)
    label = str(found.get("title", path))
    if value is None:
        return Line(label=label, text="")
    return Line(label=label, text=reader.row(schema, path, value).text + _in_letters(found, value))


def _in_letters(found: Schema, value: Any) -> str:
    """Money is written in words, too."""
    words = amount_in_words(value) if found.get("x-unit") == MONEY else None
    return f" (bằng chữ: {words})" if words else ""
