"""Which questions must be answered? In a schema that stands in three places; here in one.

A question is wanted where its object wants it. An object with a wanted question is itself wanted.
At the top a question of a section with a condition is wanted by a rule under that condition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .pathways import holder_of
from .sheets import EACH, Json

Rule = tuple[str, str]
"""A condition as text, and what is wanted under it at the top."""


@dataclass(frozen=True)
class Requirements:
    """What is wanted: by each object, and by rules."""

    wanted: dict[str, set[str]] = field(default_factory=dict)
    """Path of an object (``""`` the top, ``members.*`` an entry) → the steps that it wants."""
    rules: set[Rule] = field(default_factory=set)
    others: list[Json] = field(default_factory=list)
    """Rules of another shape."""

    @classmethod
    def of(cls, form: Json, layout: Json) -> Requirements:
        """As a schema says it; only rules under the condition of a section are told apart."""
        known = {_text(row["when"]) for row in _sections(layout) if row.get("when")}
        told = cls(dict(_wanted(form, "")))
        for rule in form.get("allOf", []):
            found = list(_plain(rule))
            if found and all(when in known for when, _name in found):
                told.rules.update(found)
            else:
                told.others.append(rule)
        return told

    def asks(self, path: str) -> bool:
        """Whether a question must be answered where it counts."""
        step = path.rpartition(".")[2]
        by_rule = "." not in path and any(name == path for _when, name in self.rules)
        return by_rule or step in self.wanted.get(holder_of(path), set())

    @classmethod
    def built(cls, wanted: Iterable[str], conditions: dict[str, Json]) -> Requirements:
        """From the questions that must be answered; ``conditions`` of those at the top."""
        told = cls()
        for path in wanted:
            for each in _with_objects(path):
                told._want(each, conditions)
        return told

    def _want(self, path: str, conditions: dict[str, Json]) -> None:
        if when := conditions.get(path):
            self.rules.add((_text(when), path))
        else:
            self.wanted.setdefault(holder_of(path), set()).add(path.rpartition(".")[2])


def as_rules(rules: Iterable[Rule]) -> list[Json]:
    """As they stand in ``allOf``."""
    return [{"if": json.loads(when), "then": {"required": [name]}} for when, name in sorted(rules)]


def _with_objects(path: str) -> Iterator[str]:
    """The question and the objects around it, as far as its entry or the top."""
    while path and not path.endswith(EACH):
        yield path
        path = holder_of(path)


def _wanted(node: Json, path: str) -> Iterator[tuple[str, set[str]]]:
    if "required" in node:
        yield path, set(node["required"])
    for step, each in node.get("properties", {}).items():
        here = f"{path}.{step}".lstrip(".")
        yield from _wanted(each, here)
        if isinstance(each.get("items"), dict):
            yield from _wanted(each["items"], f"{here}.{EACH}")


def _plain(rule: Json) -> Iterator[Rule]:
    if set(rule) == {"if", "then"} and set(rule["then"]) == {"required"}:
        yield from ((_text(rule["if"]), name) for name in rule["then"]["required"])


def _sections(layout: Json) -> Iterator[Json]:
    return (row for page in layout["pages"] for row in page["sections"])


def _text(when: Json) -> str:
    return json.dumps(when, ensure_ascii=False, sort_keys=True)
