"""How deep do the lines of an item stand? By the marks that they begin with."""

from __future__ import annotations

import re
from typing import NamedTuple

BARE = re.compile(r"[-–—+*•]+\s+(?=\S)")
COUNTING = re.compile(
    r"(?P<roman>\([ivx]+\))|(?P<letter>\(?[a-zđ]\))|(?P<number>\d{1,2}(?:\.\d+)*[.)])\s"
)
NUMBERED = re.compile(r"(?:Bước \d|\d{1,2}[.)]\s)")
"""How an item begins that counts for itself."""
DEEPEST = 3


class Line(NamedTuple):
    """A line and those without a mark that go on from it."""

    depth: int
    texts: list[str]


def lines(item: str) -> list[Line]:
    """The head of the item, and what is listed below; bare marks are taken off."""
    first, *others = item.split("\n")
    told = [Line(0, [first])]
    kinds: list[str] = []
    for line in others:
        kind, words = _mark(line)
        if kind:
            kinds = [*kinds[: kinds.index(kind)], kind] if kind in kinds else [*kinds, kind]
            told.append(Line(min(len(kinds), DEEPEST), [words]))
        else:
            told[-1].texts.append(line)
    return told


def _mark(line: str) -> tuple[str, str]:
    if bare := BARE.match(line):
        return line[0], line[bare.end() :]
    counting = COUNTING.match(line)
    return (str(counting.lastgroup), line) if counting else ("", line)
