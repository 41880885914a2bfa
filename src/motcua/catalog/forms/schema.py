"""Walking through schema and answers by paths such as ``child.full_name``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema_rs

from .formats import FORMATS

Schema = dict[str, Any]
Answers = dict[str, Any]


def node(schema: Schema, path: str) -> Schema:
    """The schema of one question; KeyError where the schema does not have it."""
    found = schema
    for step in path.split("."):
        found = found["properties"][step]
    return found


def name_of(path: str) -> str:
    """A question's name in HTML: ``child.full_name`` → ``child__full_name``."""
    return path.replace(".", "__")


def leaves(schema: Schema, path: str) -> Iterator[str]:
    """The questions under ``path``: itself, or all of an object."""
    found = node(schema, path)
    if "properties" not in found:
        yield path
        return
    for step in found["properties"]:
        yield from leaves(schema, f"{path}.{step}")


def required_leaves(schema: Schema, path: str) -> Iterator[str]:
    """The questions under ``path`` without which it is not complete."""
    found = node(schema, path)
    if "properties" not in found:
        yield path
        return
    for step in found.get("required", []):
        yield from required_leaves(schema, f"{path}.{step}")


def value_at(answers: Answers, path: str) -> Any:
    """The answer, or None."""
    found: Any = answers
    for step in path.split("."):
        if not isinstance(found, dict) or step not in found:
            return None
        found = found[step]
    return found


def with_value(answers: Answers, path: str, value: Any) -> Answers:
    """The answers with one more or, where the value is None, without it; no empty objects."""
    step, _, rest = path.partition(".")
    kept = {key: there for key, there in answers.items() if key != step}
    inner = answers.get(step)
    new = with_value(inner if isinstance(inner, dict) else {}, rest, value) if rest else value
    return kept if new is None or new == {} else {**kept, step: new}


def title_of(schema: Schema, path: str) -> str:
    return str(node(schema, path).get("title", path))


def choices_of(found: Schema) -> list[tuple[str, str]]:
    """Value and words of each choice; empty where anything may be written."""
    return [
        (str(one["const"]), str(one.get("title", one["const"]))) for one in found.get("oneOf", [])
    ]


def holds(condition: Schema, answers: Answers) -> bool:
    """Whether a condition, itself a schema over all answers, is met."""
    return validator(json.dumps(condition, sort_keys=True)).is_valid(answers)


@lru_cache(maxsize=512)
def validator(schema: str) -> jsonschema_rs.Validator:
    """Compiled once a process for each schema."""
    return jsonschema_rs.Draft202012Validator(
        json.loads(schema), formats=FORMATS, validate_formats=True, offline=True
    )
