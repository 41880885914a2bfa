"""What stands on which page, and which sections count for these answers?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from motcua.catalog.models import ProcedureVersion

from . import groups
from .calculations import Calculation, calculation_of, worked_out
from .groups import Group, parts_of
from .schema import Answers, Schema, holds, leaves, pattern_of, value_at, with_value


@dataclass(frozen=True)
class Section:
    """Questions that belong together; ``when`` is the condition under which they count."""

    title: str
    intro: str
    paths: tuple[str, ...]
    parts: tuple[str | Group, ...]
    """The same paths, those of a repeating group together."""
    calculated: Mapping[str, Calculation]
    """Answers that nobody types, by their path."""
    when: Schema | None

    @property
    def asked_paths(self) -> list[str]:
        return [path for path in self.paths if path not in self.calculated]

    @property
    def groups(self) -> list[Group]:
        return [part for part in self.parts if isinstance(part, Group)]

    def counts_for(self, answers: Answers) -> bool:
        return self.when is None or holds(self.when, answers)

    def may_count_for(self, answers: Answers, *, undecided: set[str]) -> bool:
        """Whether it counts already or would, were the ``undecided`` questions answered so."""
        when = self.when or {}
        rest = {
            "required": [name for name in when.get("required", []) if name not in undecided],
            "properties": {
                name: wanted
                for name, wanted in when.get("properties", {}).items()
                if name not in undecided
            },
        }
        return self.counts_for(answers) or holds(rest, answers)


@dataclass(frozen=True)
class Page:
    """One page of the form; ``key`` is its part of the address."""

    schema: Schema
    key: str
    title: str
    intro: str
    number: int
    sections: tuple[Section, ...]

    @property
    def paths(self) -> list[str]:
        return [path for section in self.sections for path in section.paths]

    @property
    def asked_paths(self) -> list[str]:
        return [path for section in self.sections for path in section.asked_paths]

    @property
    def groups(self) -> list[Group]:
        return [group for section in self.sections for group in section.groups]

    def asks(self, path: str) -> bool:
        """Whether a question, one of an entry, or a group stands here."""
        pattern = pattern_of(path)
        return any(path == one.path for one in self.groups) or pattern in self.paths


@dataclass(frozen=True)
class Form:
    """All pages of a version, and what is worked out across them."""

    pages: tuple[Page, ...]

    @cached_property
    def sections(self) -> list[Section]:
        return [section for page in self.pages for section in page.sections]

    @cached_property
    def calculations(self) -> list[Calculation]:
        return [one for section in self.sections for one in section.calculated.values()]

    def known(self, answers: Answers, day: date | None = None) -> Answers:
        """What is answered, with what follows from it; conditions ask this."""
        return worked_out(self.calculations, answers, day)

    def counting(self, answers: Answers, day: date | None = None) -> Answers:
        """The answers of the sections that count, with what follows from them alone."""
        known = self.known(answers, day)
        sections = [one for one in self.sections if one.counts_for(known)]
        counted: Answers = {}
        for path in _asked(sections, answers):
            counted = with_value(counted, path, value_at(answers, path))
        following = [one for section in sections for one in section.calculated.values()]
        return worked_out(following, counted, day)

    def shown(self, page: Page, answers: Answers) -> list[Section]:
        """The page's sections that count, or would if other answers on this page were different."""
        known = self.known(answers)
        here = {path.partition(".")[0] for path in self._decided_on(page)}
        return [one for one in page.sections if one.may_count_for(known, undecided=here)]

    def _decided_on(self, page: Page) -> set[str]:
        """The page's questions, and what is worked out of them wherever it stands."""
        here = {*page.paths, *(group.path for group in page.groups)}
        for _step in self.calculations:
            here |= {one.path for one in self.calculations if here.intersection(one.operands)}
        return here


def _asked(sections: Iterable[Section], answers: Answers) -> Iterable[str]:
    """The questions that somebody answers, those of groups in every entry that counts."""
    for section in sections:
        for pattern in section.asked_paths:
            yield from groups.spread(pattern, answers)


def form_of(version: ProcedureVersion) -> Form:
    """The version's form; without pages where it has none."""
    if version.form is None or version.form_layout is None:
        return Form(())
    rows = version.form_layout["pages"]
    pages = [_page(version.form, row, number) for number, row in enumerate(rows, start=1)]
    return Form(tuple(pages))


def pages(version: ProcedureVersion) -> list[Page]:
    """The pages in order; empty where the version has no form."""
    return list(form_of(version).pages)


def counting(version: ProcedureVersion, answers: Answers, day: date | None = None) -> Answers:
    """The answers that count: asked on a page, in a section whose condition is met.

    Calculated ones are worked out anew; ages are those of ``day``, without it of today.
    """
    return form_of(version).counting(answers, day)


def spelled_out(schema: Schema, layout: dict[str, Any]) -> dict[str, Any]:
    """Every question by name, in the order of the schema's file: the database does not keep it."""
    pages = [
        {**page, "sections": [_spelled_out(schema, section) for section in page["sections"]]}
        for page in layout["pages"]
    ]
    return {**layout, "pages": pages}


def _spelled_out(schema: Schema, section: dict[str, Any]) -> dict[str, Any]:
    fields = [leaf for path in section["fields"] for leaf in leaves(schema, path)]
    return {**section, "fields": fields}


def _page(schema: Schema, row: dict[str, Any], number: int) -> Page:
    sections = tuple(_section(schema, one) for one in row["sections"])
    return Page(schema, row["key"], row["title"], row.get("intro", ""), number, sections)


def _section(schema: Schema, row: dict[str, Any]) -> Section:
    paths = tuple(leaf for path in row["fields"] for leaf in leaves(schema, path))
    found = {path: calculation_of(schema, path) for path in paths}
    calculated = {path: one for path, one in found.items() if one}
    parts = tuple(parts_of(schema, paths))
    return Section(
        row.get("title", ""), row.get("intro", ""), paths, parts, calculated, row.get("when")
    )
