"""Are the answers complete and right? The schema has the last word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import jsonschema_rs

from motcua.catalog.models import ProcedureVersion

from . import sentences
from .layout import counting, page_of, pages
from .schema import Answers, Schema, leaves, name_of, node, required_leaves, title_of, validator


@dataclass(frozen=True)
class Problem:
    """One thing to correct: on which page, at which question, and the sentence beside it."""

    page: str
    path: str
    label: str
    message: str

    @property
    def field(self) -> str:
        """The question's name on its page."""
        return name_of(self.path)


def check(version: ProcedureVersion, answers: Answers) -> list[Problem]:
    """Everything that keeps the answers from being submitted, one sentence a question."""
    if version.form is None:
        return []
    found: dict[str, str] = {}
    for path, message in _findings(version.form, counting(version, answers)):
        found.setdefault(path, message)
    places = {path: place for place, path in enumerate(_asked(version))}
    in_order = sorted(found, key=lambda path: places.get(path, -1))
    return [_problem(version, path, found[path]) for path in in_order]


def _findings(schema: Schema, answers: Answers) -> Iterator[tuple[str, str]]:
    for error in validator(json.dumps(schema, sort_keys=True)).iter_errors(answers):
        yield from _at_questions(schema, error)


def _at_questions(
    schema: Schema, error: jsonschema_rs.ValidationError
) -> Iterator[tuple[str, str]]:
    path = ".".join(str(step) for step in error.instance_path)
    if error.kind.name == "required":
        wanted = f"{path}.{error.kind.as_dict()['property']}".lstrip(".")
        for leaf in _known(schema, wanted):
            yield leaf, sentences.missing(node(schema, leaf))
    else:
        yield path, sentences.refusal(error, _node_or_nothing(schema, path))


def _known(schema: Schema, path: str) -> list[str]:
    """The questions that a missing property stands for; all of an object that requires none."""
    return list(required_leaves(schema, path)) or list(leaves(schema, path))


def _node_or_nothing(schema: Schema, path: str) -> Schema:
    try:
        return node(schema, path) if path else schema
    except KeyError:
        return {}


def _asked(version: ProcedureVersion) -> list[str]:
    return [path for page in pages(version) for path in page.paths]


def _problem(version: ProcedureVersion, path: str, message: str) -> Problem:
    page = page_of(version, path)
    label = title_of(page.schema, path) if page else path
    return Problem(page.key if page else "", path, label, message)
