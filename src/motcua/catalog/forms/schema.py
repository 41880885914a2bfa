"""Walking through schema and answers by paths such as ``child.full_name``.

A step into a repeating group is an entry's number (``members.0.full_name``) or ``*`` for every
entry (``members.*.full_name``); names of questions begin with a letter, so none is mistaken.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema_rs

from .formats import FORMATS

Schema = dict[str, Any]
Answers = dict[str, Any]

EVERY = "*"
CASE = "x-case"
"""Beside a choice: words that stand in the name of the case to which it leads (``own_case``)."""


def node(schema: Schema, path: str) -> Schema:
    """The schema of one question; KeyError where the schema does not have it."""
    found = schema
    for step in path.split("."):
        found = found["items"] if is_entry(step) else found["properties"][step]
    return found


def is_entry(step: str) -> bool:
    """Whether a step of a path goes into a group: a number, or every entry."""
    return step == EVERY or (step.isascii() and step.isdigit())


def name_of(path: str) -> str:
    """A question's name in HTML: ``child.full_name`` → ``child__full_name``."""
    return path.replace(".", "__")


def group_of(path: str) -> str:
    """The group in which a question is asked, or nothing: ``members.*.name`` → ``members``."""
    steps = path.split(".")
    inside = next((at for at, step in enumerate(steps) if is_entry(step)), 0)
    return ".".join(steps[:inside])


def pattern_of(path: str) -> str:
    """The question that the layout names: ``members.0.name`` → ``members.*.name``."""
    return ".".join(EVERY if is_entry(step) else step for step in path.split("."))


def entry_of(path: str) -> int | None:
    """Which entry a question belongs to; None outside of groups."""
    return next((int(step) for step in path.split(".") if step != EVERY and is_entry(step)), None)


def at_entry(pattern: str, number: int | None) -> str:
    """The question in one entry: ``members.*.name``, 0 → ``members.0.name``."""
    return pattern if number is None else pattern.replace(f".{EVERY}", f".{number}", 1)


def leaves(schema: Schema, path: str) -> Iterator[str]:
    """The questions under ``path``: itself, all of an object, all of each entry of a group."""
    found = node(schema, path)
    if "items" in found:
        yield from leaves(schema, f"{path}.{EVERY}")
    elif "properties" in found:
        for step in found["properties"]:
            yield from leaves(schema, f"{path}.{step}")
    else:
        yield path


def required_leaves(schema: Schema, path: str, entry: int | None = None) -> Iterator[str]:
    """The questions under ``path`` without which it is not complete.

    Of a group those of ``entry``, or of as many as it must have, one at least.
    """
    found = node(schema, path)
    if "items" in found:
        for number in range(max(1, found.get("minItems", 1))) if entry is None else [entry]:
            inside = f"{path}.{number}"
            yield from list(required_leaves(schema, inside)) or _first_leaf(schema, inside)
    elif "properties" in found:
        for step in found.get("required", []):
            yield from required_leaves(schema, f"{path}.{step}")
    else:
        yield path


def _first_leaf(schema: Schema, path: str) -> list[str]:
    return list(leaves(schema, path))[:1]


def value_at(answers: Answers, path: str) -> Any:
    """The answer, or None."""
    found: Any = answers
    for step in path.split("."):
        found = _inside(found, step)
    return found


def _inside(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list) and step.isascii() and step.isdigit() and int(step) < len(holder):
        return holder[int(step)]
    return None


def with_value(answers: Answers, path: str, value: Any) -> Answers:
    """The answers with one more or, where the value is None, without it; no empty objects.

    An entry of a group stays where it is even if nothing is answered in it.
    """
    step, _, rest = path.partition(".")
    kept = {key: there for key, there in answers.items() if key != step}
    new = _placed(answers.get(step), rest, value) if rest else value
    return kept if new is None or new in ({}, []) else {**kept, step: new}


def _placed(inner: Any, path: str, value: Any) -> Any:
    step, _, rest = path.partition(".")
    if not is_entry(step):
        return with_value(inner if isinstance(inner, dict) else {}, path, value)
    there = list(inner) if isinstance(inner, list) else []
    number = int(step)
    there += [{} for _more in range(number + 1 - len(there))]
    entry = there[number] if isinstance(there[number], dict) else {}
    there[number] = with_value(entry, rest, value)
    return there


def title_of(schema: Schema, path: str) -> str:
    return str(node(schema, path).get("title", path))


def choices_of(found: Schema) -> list[tuple[str, str]]:
    """Value and words of each choice; empty where anything may be written."""
    return [
        (str(one["const"]), str(one.get("title", one["const"]))) for one in found.get("oneOf", [])
    ]


def cases_of(found: Schema) -> dict[str, str]:
    """Which choices lead to a case of the procedure, and to which."""
    return {str(one["const"]): str(one[CASE]) for one in found.get("oneOf", []) if one.get(CASE)}


def holds(condition: Schema, answers: Answers) -> bool:
    """Whether a condition, itself a schema over all answers, is met."""
    return validator(json.dumps(condition, sort_keys=True)).is_valid(answers)


@lru_cache(maxsize=512)
def validator(schema: str) -> jsonschema_rs.Validator:
    """Compiled once a process for each schema; its patterns take time linear in the text."""
    return jsonschema_rs.Draft202012Validator(
        json.loads(schema),
        formats=FORMATS,
        validate_formats=True,
        offline=True,
        pattern_options=jsonschema_rs.RegexOptions(),
    )
