"""Are the answers complete and right? The schema has the last word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import jsonschema_rs

from motcua.catalog.models import ProcedureVersion
from motcua.search import folding

from . import communes, groups, sentences
from .layout import Form, Page, form_of
from .schema import (
    Answers,
    Schema,
    at_entry,
    entry_of,
    group_of,
    leaves,
    name_of,
    node,
    pattern_of,
    required_leaves,
    title_of,
    validator,
    value_at,
)

Finding = tuple[str, str]
"""A path, and what to say there."""


@dataclass(frozen=True)
class Problem:
    """One thing to correct: on which page, at which question, and the sentence beside it."""

    page: str
    path: str
    label: str
    message: str
    entry: str = ""
    """Which entry of a group it is, such as *Thành viên thứ 2*."""

    @property
    def field(self) -> str:
        """The question's name on its page."""
        return name_of(self.path)

    @property
    def sentence(self) -> str:
        """What to say away from the page, where the entry of a group has to be named."""
        return f"{self.entry}: {self.message}" if self.entry else self.message


def check(version: ProcedureVersion, answers: Answers, day: date | None = None) -> list[Problem]:
    """Everything that keeps the answers from being submitted, one sentence a question."""
    if version.form is None:
        return []
    form = form_of(version)
    found: dict[str, str] = {}
    for path, message in _findings(version.form, form, form.counting(answers, day)):
        found.setdefault(path, message)
    order = _order(form)
    in_order = sorted(found, key=lambda path: _place(order, path))
    return [_problem(version.form, form, path, found[path]) for path in in_order]


def _findings(schema: Schema, form: Form, answers: Answers) -> Iterator[Finding]:
    for error in validator(json.dumps(schema, sort_keys=True)).iter_errors(answers):
        yield from _at_questions(schema, error)
    asked = [pattern for page in form.pages for pattern in page.asked_paths]
    yield from _signatures(schema, asked, answers)
    yield from _unknown_places(schema, asked, answers)


def _at_questions(schema: Schema, error: jsonschema_rs.ValidationError) -> Iterator[Finding]:
    path = ".".join(str(step) for step in error.instance_path)
    match error.kind.name:
        case "required":
            wanted = f"{path}.{error.kind.as_dict()['property']}".lstrip(".")
            yield from _missing(schema, _known(schema, wanted))
        case "minItems":
            there = error.instance if isinstance(error.instance, list) else []
            for number in range(len(there), error.kind.as_dict()["limit"]):
                yield from _missing(schema, required_leaves(schema, path, number))
        case _:
            yield path, sentences.refusal(error, _node_or_nothing(schema, path))


def _missing(schema: Schema, paths: Iterable[str]) -> Iterator[Finding]:
    for path in paths:
        yield path, sentences.missing(node(schema, path))


def _known(schema: Schema, path: str) -> list[str]:
    """The questions that a missing property stands for; all of an object that requires none."""
    return list(required_leaves(schema, path)) or list(leaves(schema, path))


def _node_or_nothing(schema: Schema, path: str) -> Schema:
    try:
        return node(schema, path) if path else schema
    except KeyError:
        return {}


def _signatures(schema: Schema, asked: list[str], answers: Answers) -> Iterator[Finding]:
    """A name typed as a signature is the name that it stands for, marks and capitals aside."""
    for path, found in _answered(schema, asked, answers, "signature"):
        name = value_at(answers, at_entry(found.get("x-signs", path), entry_of(path)))
        typed = value_at(answers, path)
        if isinstance(name, str) and _bare(name) != _bare(str(typed)):
            yield path, sentences.other_name(name)


def _unknown_places(schema: Schema, asked: list[str], answers: Answers) -> Iterator[Finding]:
    """Codes of communes that are on no map of today."""
    named = [
        (path, str(value_at(answers, path)))
        for shape in ("place", "commune")
        for path, _found in _answered(schema, asked, answers, shape)
    ]
    known = communes.codes_known(code for _path, code in named)
    yield from ((path, sentences.no_place()) for path, code in named if code not in known)


def _answered(
    schema: Schema, asked: list[str], answers: Answers, shape: str
) -> Iterator[tuple[str, Schema]]:
    """Questions of a format, in every entry, that are answered."""
    for pattern in asked:
        found = node(schema, pattern)
        if found.get("format") == shape:
            paths = groups.spread(pattern, answers)
            yield from ((path, found) for path in paths if value_at(answers, path) is not None)


def _bare(name: str) -> str:
    return " ".join(folding.fold(name).split())


def _order(form: Form) -> dict[str, int]:
    """Where each question, and each group, stands in the form."""
    places: dict[str, int] = {}
    for page in form.pages:
        for path in page.paths:
            places.setdefault(group_of(path), len(places))
            places[path] = len(places)
    return places


def _place(order: dict[str, int], path: str) -> tuple[int, int, int]:
    """By question, of a group by entry first."""
    pattern, number = pattern_of(path), entry_of(path)
    own = order.get(pattern, -1)
    return (own, -1, own) if number is None else (order.get(group_of(path), -1), number, own)


def _problem(schema: Schema, form: Form, path: str, message: str) -> Problem:
    page: Page | None = next((one for one in form.pages if one.asks(path)), None)
    if page is None:
        return Problem("", path, path, message)
    number = entry_of(path)
    entry = "" if number is None else groups.legend(node(schema, group_of(path)), number)
    return Problem(page.key, path, title_of(schema, path), message, entry)
