"""One page of a version's form as a Django form, with what was answered so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict

from motcua.catalog.models import ProcedureVersion

from . import along
from .asking import fields_of
from .checking import Problem, check
from .doubts import warnings
from .fields import PlaceQuestion
from .groups import COUNT, Group, entries
from .layout import Page, form_of
from .questions import Question
from .rearranging import count_typed, rearranged
from .results import ResultQuestion, script_of
from .schema import Answers, group_of, name_of, pattern_of, value_at, with_value
from .showing import ShownSection, shown
from .suggesting import Known, suggestions


class PageForm(forms.Form):
    """The questions of one page; knows the answers of the others."""

    use_required_attribute = False

    def __init__(
        self,
        version: ProcedureVersion,
        page: Page,
        saved: Answers,
        typed: Mapping | None = None,
        known: Known | None = None,
    ) -> None:
        self.version, self.page, self.saved = version, page, saved
        self.whole = form_of(version)
        self.facts = known or {}
        self.read = saved
        self.rearranged = None if typed is None else rearranged(typed, page.groups)
        sent = self.rearranged.typed if self.rearranged else typed
        self.counts = {group.path: self._count(group, sent) for group in page.groups}
        self.named = {name_of(path): path for path in self._paths()}
        stands = {name: value_at(saved, path) for name, path in self.named.items()}
        proposed = self._proposed(known) if known and typed is None else {}
        super().__init__(sent, initial=stands | proposed)
        self.fields.update(fields_of(page, self.named, stands | proposed, self.counts))
        for name in proposed:
            cast(Question, self.fields[name]).is_proposed = True
        if self.focus in self.fields:
            self.fields[self.focus].widget.attrs["autofocus"] = True
        self._show_what_follows()

    @property
    def notice(self) -> str:
        """What to know of the whole form, such as that it is no official template."""
        layout = self.version.form_layout or {}
        return str(layout.get("notice", "")) if self.page.number == 1 else ""

    @property
    def told(self) -> str:
        """What a button of the page did: an entry that came or went."""
        return self.rearranged.told if self.rearranged else ""

    @property
    def focus(self) -> str:
        """The name of the question or group that a button of the page leads to."""
        return name_of(self.rearranged.focus) if self.rearranged else ""

    def is_valid(self) -> bool:
        """Whether the page may be left: never where one of its own buttons was pressed."""
        return super().is_valid() and self.rearranged is None

    def answers(self) -> Answers:
        """All answers with those of this page; what could not be read stands as it was typed."""
        if self.is_bound:
            self.is_valid()
        return self.read

    def sections(self) -> list[ShownSection]:
        """What to show, in order."""
        return [shown(self, section) for section in self.whole.shown(self.page, self.answers())]

    def full_clean(self) -> None:
        super().full_clean()
        if self.rearranged:
            self._errors = self._what_the_button_found()
        self._show_what_follows()

    def clean(self) -> dict[str, Any]:
        self._read_page()
        self._forgive_what_does_not_count()
        unread = set(self.errors)
        problems = [] if self.rearranged else check(self.version, self.read)
        for problem in problems:
            if problem.page == self.page.key and problem.field not in unread:
                self._say(problem)
        return self.cleaned_data

    def _forgive_what_does_not_count(self) -> None:
        """What cannot be read in a section that does not count keeps nobody: they cannot see it."""
        known = self.whole.known(self.read)
        counting = {
            path for one in self.page.sections if one.counts_for(known) for path in one.paths
        }
        for name in list(self.errors):
            if pattern_of(self.named.get(name, name)) not in counting:
                del self.errors[name]

    def _proposed(self, known: Known) -> dict[str, Any]:
        others, mine = along.without(known), along.proposed(self.whole, self.saved, known)
        found = suggestions(self.whole, self.page, self.saved, others) if others else {}
        here = {path: value for path, value in mine.items() if path in self.page.asked_paths}
        return {name_of(path): value for path, value in {**here, **found}.items()}

    def _count(self, group: Group, sent: Mapping[str, Any] | None) -> int:
        if sent is not None:
            return count_typed(sent, group)
        return min(max(len(entries(self.saved, group.path)), group.least), group.most)

    def _paths(self) -> Iterator[str]:
        """Every question that stands here, those of groups in each entry."""
        for part in (part for section in self.page.sections for part in section.parts):
            if isinstance(part, Group):
                for number in range(self.counts[part.path]):
                    yield from part.paths(number)
            else:
                yield part

    def _read_page(self) -> None:
        groups = {group.path for group in self.page.groups}
        for path in self.page.asked_paths:
            if not any(path.startswith(f"{group}.*.") for group in groups):
                self.read = with_value(self.read, path, self._answer(name_of(path)))
        for group in self.page.groups:
            self.read = with_value(self.read, group.path, self._entries(group) or None)

    def _entries(self, group: Group) -> list[Answers]:
        """Every entry on the page, also one in which nothing is typed yet."""
        found = [self._entry(group, number) for number in range(self.counts[group.path])]
        return found if any(found) or group.count_name in self.data else []

    def _entry(self, group: Group, number: int) -> Answers:
        entry: Answers = {}
        for path in group.paths(number):
            inside = path.removeprefix(f"{group.path}.{number}.")
            if not isinstance(self.fields.get(name_of(path)), ResultQuestion | None):
                entry = with_value(entry, inside, self._answer(name_of(path)))
        return entry

    def _answer(self, name: str) -> Any:
        field = cast(Question, self.fields[name])
        if name in self.cleaned_data:
            return field.answer(self.cleaned_data[name])
        return field.as_typed(self[name].data)

    def _say(self, problem: Problem) -> None:
        """Beside its question; of a whole group, or of an entry that is not there, beside that."""
        group = name_of(group_of(problem.path) or problem.path)
        beside = [name for name in (problem.field, group + COUNT) if name in self.fields]
        self.add_error(beside[0] if beside else None, problem.message)

    def _what_the_button_found(self) -> ErrorDict:
        """Nothing is refused yet, except the name of a place that was looked up and is nowhere."""
        found = ErrorDict(renderer=self.renderer)
        field = self.fields.get(self.focus)
        if isinstance(field, PlaceQuestion) and self.focus in self._errors and field.finds_nothing:
            found[self.focus] = self._errors[self.focus]
        return found

    def _show_what_follows(self) -> None:
        """Results and warnings, from the answers as they are now."""
        known = self.whole.known(self.read)
        asked = set(self.named.values())
        results = {n: f for n, f in self.fields.items() if isinstance(f, ResultQuestion)}
        for name, field in results.items():
            field.result = value_at(known, self.named[name])
            script = script_of(field.calculation, self.named[name], asked, known)
            field.widget.attrs["data-calculates"] = script
        for warning in warnings(self.version, self.read, self.facts):
            if warning.field in self.fields:
                cast(Question, self.fields[warning.field]).warning = warning.message


def form_for(
    version: ProcedureVersion,
    page: str,
    answers: Answers,
    typed: Mapping | None = None,
    known: Known | None = None,
) -> PageForm:
    """The form of a page by its key; KeyError where there is no such page.

    ``known`` are facts by name (suggesting.FACTS); without them nothing is proposed.
    """
    by_key = {one.key: one for one in form_of(version).pages}
    return PageForm(version, by_key[page], answers, typed, known)
