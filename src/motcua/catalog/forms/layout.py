"""What stands on which page, and which sections count for these answers?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.catalog.models import ProcedureVersion

from .schema import Answers, Schema, holds, leaves, node, value_at, with_value
from .words import day_in_words


@dataclass(frozen=True)
class Section:
    """Questions that belong together; ``when`` is the condition under which they count."""

    title: str
    intro: str
    paths: tuple[str, ...]
    computed: Mapping[str, str]
    """Answers that nobody types: path → path of the day that it says in words."""
    when: Schema | None

    @property
    def asked_paths(self) -> list[str]:
        return [path for path in self.paths if path not in self.computed]

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

    def sections_for(self, answers: Answers) -> list[Section]:
        """Those to show: that count, or would if another answer on this page were different."""
        here = {path.partition(".")[0] for path in self.asked_paths}
        return [one for one in self.sections if one.may_count_for(answers, undecided=here)]


def pages(version: ProcedureVersion) -> list[Page]:
    """The pages in order; empty where the version has no form."""
    if version.form is None or version.form_layout is None:
        return []
    rows = version.form_layout["pages"]
    return [_page(version.form, row, number) for number, row in enumerate(rows, start=1)]


def page_of(version: ProcedureVersion, path: str) -> Page | None:
    """Where a question is asked."""
    return next((page for page in pages(version) if path in page.paths), None)


def counting(version: ProcedureVersion, answers: Answers) -> Answers:
    """The answers that count: asked on a page, in a section whose condition is met."""
    sections = [section for page in pages(version) for section in page.sections]
    counted: Answers = {}
    for section in (one for one in sections if one.counts_for(answers)):
        for path in section.paths:
            counted = with_value(counted, path, _answer(section, path, answers))
    return counted


def _answer(section: Section, path: str, answers: Answers) -> Any:
    if path in section.computed:
        return day_in_words(value_at(answers, section.computed[path]))
    return value_at(answers, path)


def _page(schema: Schema, row: dict[str, Any], number: int) -> Page:
    sections = tuple(_section(schema, one) for one in row["sections"])
    return Page(schema, row["key"], row["title"], row.get("intro", ""), number, sections)


def _section(schema: Schema, row: dict[str, Any]) -> Section:
    paths = tuple(leaf for path in row["fields"] for leaf in leaves(schema, path))
    days = {path: node(schema, path).get("x-words-of", "") for path in paths}
    computed = {path: day for path, day in days.items() if day}
    return Section(row.get("title", ""), row.get("intro", ""), paths, computed, row.get("when"))
