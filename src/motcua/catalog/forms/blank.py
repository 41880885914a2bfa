"""How does an empty form look on paper, for whoever fills it in by hand? Every section, with dotted
lines to write on and boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from motcua.catalog.models import ProcedureVersion
from motcua.paperwork.filled_forms import Line, Part

from .groups import Group
from .layout import Page, Section, form_of
from .schema import Schema, choices_of, node

BOX = "\N{WHITE SQUARE}"
TICKED = 8
"""So many choices at most are printed to be ticked; of more one is written."""
ENTRIES = 2
"""So many entries of a group are printed, unless the form asks for more."""


@translation.override(settings.LANGUAGE_CODE)
def parts(version: ProcedureVersion) -> list[Part]:
    """Every section of every page, also those that count in some cases only, which say so."""
    return [
        part
        for page in form_of(version).pages
        for section in page.sections
        for part in _parts(page, section)
    ]


def _parts(page: Page, section: Section) -> Iterator[Part]:
    title = f"{section.title or page.title}{only_when(page, section)}"
    lines: list[Line] = []
    for part in section.parts:
        if isinstance(part, Group):
            yield Part(title=title, lines=lines)
            title, lines = part.title, []
            yield from _entries(page, part)
        else:
            lines.append(_line(page.schema, part))
    if lines:
        yield Part(title=title, lines=lines)


def _entries(page: Page, group: Group) -> Iterator[Part]:
    for number in range(min(max(group.least, ENTRIES), group.most)):
        lines = [_line(page.schema, path) for path in group.paths(number)]
        yield Part(title=group.legend(number), lines=lines, is_entry=True)


def _line(schema: Schema, path: str) -> Line:
    found = node(schema, path)
    return Line(label=str(found.get("title", path)).rstrip("."), text=_to_tick(found))


def _to_tick(found: Schema) -> str:
    """Boxes where there is something to choose; nothing where one writes."""
    said = [label for _value, label in choices_of(found)]
    if found.get("type") == "boolean":
        said = ["Có"]
    return "   ".join(f"{BOX} {label}" for label in said) if len(said) <= TICKED else ""


def only_when(page: Page, section: Section) -> str:
    """In which cases it is filled in, by the words of the questions that decide."""
    decided = (section.when or {}).get("properties", {})
    said = [_wanted(page.schema, path, wanted) for path, wanted in decided.items()]
    return f" (chỉ điền khi {', và '.join(said)})" if said else ""


def _wanted(schema: Schema, path: str, wanted: Schema) -> str:
    found = node(schema, path)
    asked, labels = found.get("title", path), dict(choices_of(found))
    values = wanted.get("enum", [wanted["const"]] if "const" in wanted else [])
    said = " hoặc ".join(f"“{labels.get(str(value), 'Có')}”" for value in values)
    return f"trả lời {said} ở câu “{asked}”" if said else f"đã trả lời câu “{asked}”"
