"""How many entries does a repeating group have, and what is each called?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .schema import Answers, Schema, at_entry, group_of, name_of, node, value_at

MOST = 100
"""No form asks for more entries of a group than this."""
COUNT = "__count"
"""How the number of entries is named in HTML, behind the name of their group."""


@dataclass(frozen=True)
class Group:
    """Questions asked again and again: ``path`` is ``members``, each pattern ``members.*.name``."""

    path: str
    patterns: tuple[str, ...]
    found: Schema

    @property
    def name(self) -> str:
        return name_of(self.path)

    @property
    def count_name(self) -> str:
        return f"{self.name}{COUNT}"

    @property
    def title(self) -> str:
        return str(self.found.get("title", ""))

    @property
    def intro(self) -> str:
        return str(self.found.get("description", ""))

    @property
    def least(self) -> int:
        return int(self.found.get("minItems", 0))

    @property
    def most(self) -> int:
        return min(int(self.found.get("maxItems", MOST)), MOST)

    @property
    def called(self) -> str:
        """What one entry is called, as inside a sentence."""
        word = str(self.found.get("x-entry") or _("Mục"))
        return word[:1].lower() + word[1:]

    def legend(self, number: int) -> str:
        return legend(self.found, number)

    def paths(self, number: int) -> list[str]:
        """The questions of one entry."""
        return [at_entry(pattern, number) for pattern in self.patterns]


def legend(found: Schema, number: int) -> str:
    """What the entry is called, counted from 0: *Thành viên thứ 2*."""
    return _("%(entry)s thứ %(number)d") % {
        "entry": found.get("x-entry") or _("Mục"),
        "number": number + 1,
    }


def parts_of(schema: Schema, paths: tuple[str, ...]) -> Iterator[str | Group]:
    """Single questions, and groups of those that stand one after another."""
    gathered: list[str] = []
    for path in paths:
        group = group_of(path)
        if gathered and group != group_of(gathered[0]):
            yield _group(schema, gathered)
            gathered = []
        if group:
            gathered.append(path)
        else:
            yield path
    if gathered:
        yield _group(schema, gathered)


def _group(schema: Schema, patterns: list[str]) -> Group:
    path = group_of(patterns[0])
    return Group(path, tuple(patterns), node(schema, path))


def entries(answers: Answers, group: str) -> list[Any]:
    """What stands in a group, also entries in which nothing was typed yet."""
    found = value_at(answers, group)
    return found if isinstance(found, list) else []


def count(answers: Answers, group: str) -> int:
    """How many entries count: those at the end in which nothing was typed do not."""
    filled = [at for at, entry in enumerate(entries(answers, group), start=1) if _says(entry)]
    return max(filled, default=0)


def spread(pattern: str, answers: Answers) -> list[str]:
    """The question itself, of a group in every entry that counts."""
    group = group_of(pattern)
    if not group:
        return [pattern]
    return [at_entry(pattern, number) for number in range(count(answers, group))]


def _says(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(_says(one) for one in (value.values() if isinstance(value, dict) else value))
    return value is not None
