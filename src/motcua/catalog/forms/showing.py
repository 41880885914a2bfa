"""How does a page lie before its reader: sections, questions, entries with their buttons?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms import BoundField

from .groups import Group
from .layout import Section
from .schema import Schema, name_of

if TYPE_CHECKING:
    from .page_form import PageForm


@dataclass(frozen=True)
class ShownEntry:
    """One entry of a group; ``remove`` is what its button sends, nothing where it has none."""

    legend: str
    fields: list[BoundField]
    remove: str


@dataclass(frozen=True)
class ShownGroup:
    """A repeating group with its entries and buttons."""

    path: str
    name: str
    title: str
    intro: str
    called: str
    count: BoundField
    entries: list[ShownEntry]
    may_add: bool
    most: int
    has_focus: bool


@dataclass(frozen=True)
class ShownSection:
    """A section as the template shows it."""

    title: str
    intro: str
    parts: list[BoundField | ShownGroup]
    when: str
    """JSON of answers by the names of questions on this page, for a script; empty: always."""


def shown(form: PageForm, section: Section) -> ShownSection:
    return ShownSection(
        section.title, section.intro, list(_parts(form, section)), _when(form, section)
    )


def _parts(form: PageForm, section: Section) -> Iterator[BoundField | ShownGroup]:
    for part in section.parts:
        if isinstance(part, Group):
            yield _group(form, part)
        elif name_of(part) in form.fields:
            yield form[name_of(part)]


def _group(form: PageForm, group: Group) -> ShownGroup:
    there = form.counts[group.path]
    return ShownGroup(
        path=group.path,
        name=group.name,
        title=group.title,
        intro=group.intro,
        called=group.called,
        count=form[group.count_name],
        entries=[_entry(form, group, number) for number in range(there)],
        may_add=there < group.most,
        most=group.most,
        has_focus=form.focus == group.name,
    )


def _entry(form: PageForm, group: Group, number: int) -> ShownEntry:
    names = [name_of(path) for path in group.paths(number)]
    may_go = form.counts[group.path] > group.least
    return ShownEntry(
        legend=group.legend(number),
        fields=[form[name] for name in names if name in form.fields],
        remove=f"{group.path}.{number}" if may_go else "",
    )


def _when(form: PageForm, section: Section) -> str:
    """The condition as far as it asks for plain answers of this page."""
    plain = {name_of(path): wanted for path, wanted in _wanted(section.when or {})}
    here = {name: wanted for name, wanted in plain.items() if name in form.fields}
    return json.dumps(here, ensure_ascii=False) if here else ""


def _wanted(when: Schema, above: str = "") -> Iterator[tuple[str, Any]]:
    """Each question whose answer the condition names, and that answer or the list of them."""
    for name, found in when.get("properties", {}).items():
        if "const" in found:
            yield above + name, found["const"]
        elif "enum" in found:
            yield above + name, found["enum"]
        else:
            yield from _wanted(found, f"{above}{name}.")
