"""Which of a procedure's cases may be somebody's, as far as their answers to its form tell?

A choice says ``x-case``: words that stand in the name of the case whose papers it brings along. A
choice that says nothing leads to the cases that no other choice of its question names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua.search.folding import fold

from .forms import counting
from .forms.layout import pages
from .forms.schema import Answers, cases_of, group_of, node, value_at

if TYPE_CHECKING:
    from .models import Case, ProcedureVersion


@dataclass(frozen=True, slots=True)
class Possible:
    """The cases that may be theirs, and where they said so."""

    cases: list[Case]
    page: str = ""
    path: str = ""
    """The question whose answer tells; empty where none does."""


def possible(version: ProcedureVersion, cases: Sequence[Case], answers: Answers) -> Possible:
    """All ``cases`` as long as no answer leads to some of them."""
    found = Possible(list(cases))
    deciding = list(_deciding(version)) if len(cases) > 1 else []
    counted = counting(version, answers) if deciding else {}
    for page, path, told in deciding:
        answer = value_at(counted, path)
        if answer is not None and (left := _left(found.cases, told, answer)):
            found = Possible(left, page, path)
    return found


def _deciding(version: ProcedureVersion) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for page in pages(version):
        for path in page.asked_paths:
            told = cases_of(node(page.schema, path))
            if told and not group_of(path):
                yield page.key, path, told


def _left(cases: Sequence[Case], told: Mapping[str, str], answer: object) -> list[Case]:
    named = {value: _named(cases, words) for value, words in told.items()}
    if isinstance(answer, str) and answer in named:
        return named[answer]
    elsewhere = {one.pk for some in named.values() for one in some}
    return [one for one in cases if one.pk not in elsewhere]


def _named(cases: Sequence[Case], words: str) -> list[Case]:
    return [one for one in cases if fold(words) in fold(one.name)]
