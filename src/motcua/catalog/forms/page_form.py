"""One page of a version's form as a Django form, with what was answered so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms import BoundField

from motcua.catalog.models import ProcedureVersion

from .checking import check
from .fields import Question, question
from .layout import Page, Section, pages
from .schema import Answers, Schema, name_of, node, value_at, with_value


@dataclass(frozen=True)
class ShownSection:
    """A section as the template shows it."""

    title: str
    intro: str
    fields: list[BoundField]
    when: str
    """JSON of answers by the names of questions on this page, for a script; empty: always."""


class PageForm(forms.Form):
    """The questions of one page; knows the answers of the others."""

    use_required_attribute = False

    def __init__(
        self, version: ProcedureVersion, page: Page, saved: Answers, typed: Mapping | None = None
    ) -> None:
        self.version, self.page, self.saved = version, page, saved
        self.read = saved
        names = {path: name_of(path) for path in page.asked_paths}
        super().__init__(typed, initial={n: value_at(saved, p) for p, n in names.items()})
        for path, name in names.items():
            found = node(page.schema, path)
            self.fields[name] = question(found, is_asked=is_asked(page.schema, path))

    @property
    def notice(self) -> str:
        """What to know of the whole form, such as that it is no official template."""
        layout = self.version.form_layout or {}
        return str(layout.get("notice", "")) if self.page.number == 1 else ""

    def answers(self) -> Answers:
        """All answers with those of this page, as far as they could be read."""
        if self.is_bound:
            self.is_valid()
        return self.read

    def sections(self) -> list[ShownSection]:
        """What to show, in order."""
        return [
            ShownSection(
                s.title, s.intro, [self[name_of(path)] for path in s.asked_paths], self._when(s)
            )
            for s in self.page.sections_for(self.answers())
        ]

    def _when(self, section: Section) -> str:
        """The condition as far as it asks for plain answers of this page."""
        wanted = (section.when or {}).get("properties", {})
        here = {name: found["const"] for name, found in wanted.items() if "const" in found}
        plain = {
            name_of(path): value for path, value in here.items() if name_of(path) in self.fields
        }
        return json.dumps(plain) if plain else ""

    def clean(self) -> dict[str, Any]:
        unread = set(self.errors)
        for path in self.page.asked_paths:
            self.read = with_value(self.read, path, self._answer(name_of(path)))
        for problem in check(self.version, self.read):
            if problem.page == self.page.key and problem.field not in unread:
                self.add_error(problem.field, problem.message)
        return self.cleaned_data

    def _answer(self, name: str) -> Any:
        if name not in self.cleaned_data:
            return None
        field = cast(Question, self.fields[name])
        return field.answer(self.cleaned_data[name])


def form_for(
    version: ProcedureVersion, page: str, answers: Answers, typed: Mapping | None = None
) -> PageForm:
    """The form of a page by its key; KeyError where there is no such page."""
    by_key = {one.key: one for one in pages(version)}
    return PageForm(version, by_key[page], answers, typed)


def is_asked(schema: Schema, path: str) -> bool:
    """Whether a question must be answered where its section counts.

    The whole objects above it count as wanted: that is what their section's condition says, and
    so do questions that the schema wants under a condition.
    """
    above, _, step = path.rpartition(".")
    holder = node(schema, above) if above else schema
    wanted = [holder, *(rule.get("then", {}) for rule in holder.get("allOf", []))]
    return any(step in one.get("required", []) for one in wanted)
