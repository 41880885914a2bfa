"""In which steps does it go, and what stands under each? By the marks at the heads of lines.

A step is a text: its first line is the step, the lines below keep their marks (``- ``, ``(ii) ``),
so that words such as *thực hiện lại bước (ii)* find what they mean.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import cleaning

MARK = re.compile(
    r"(?:(?P<dash>[-–—•])|(?P<plus>\+)|(?P<star>\*+)"
    r"|(?P<roman>\((?:x?(?:i{1,3}|iv|vi{0,3}|ix)|x)\))|(?P<letter>\(?[a-zđ]\))"
    r"|(?P<number>\d{1,2}[.)])(?!\d))\s*"
)
STEP = re.compile(
    r"(?:(?:[-–—•+*]|\(?[a-zđ]\)|\d{1,2}[.)])\s*)?Bước (?P<which>\d{1,2})\s*[:.\-–]?\s*"
)
INSIDE = re.compile(r"(?<=:)\s+(?=[-–+]\s+[A-ZĐÀ-Ỵ])")
"""A list that begins in the line that announces it."""
REMARKS = re.compile(r"\W*lưu ý\s*(?::\s*|$)", re.IGNORECASE)
BARE = frozenset({"dash", "plus", "star"})
"""Marks that count nothing: the portal's own numbers take their place."""


class _Line(NamedTuple):
    """A line without its mark; ``which`` is the number that it names itself."""

    kind: str
    words: str
    whole: str
    which: int | None = None


def read(value: object) -> tuple[list[str], list[str]]:
    """The steps, and what stands behind them under *Lưu ý*; what a list holds stays whole."""
    if isinstance(value, list):
        return cleaning.paragraphs(value), []
    lines = cleaning.paragraphs(INSIDE.sub("\n", cleaning.said(value)))
    at = next((n for n, line in enumerate(lines) if n and REMARKS.match(line)), len(lines))
    return outlined(lines[:at]), outlined(_remarks(lines[at:]))


def outlined(lines: list[str]) -> list[str]:
    """The items of the highest level, each with what stands under it."""
    told = [_line(line) for line in lines]
    top = _top(told)
    items: list[list[_Line]] = []
    for line in told:
        if not items or (line.kind == top and not _is_lead(items, top)):
            items.append([line])
        else:
            items[-1].append(line)
    counted = _is_counted([_first(item, top) for item in items])
    return [_text(item, top, counted=counted) for item in items]


def _remarks(lines: list[str]) -> list[str]:
    told = [REMARKS.sub("", line, count=1) if not n else line for n, line in enumerate(lines)]
    return [line for line in told if line]


def _line(line: str) -> _Line:
    if found := STEP.match(line):
        return _Line("step", line[found.end() :], line, int(found["which"]))
    found = MARK.match(line)
    if not found or found.end() == len(line):
        return _Line("", line, line)
    kind = str(found.lastgroup)
    which = int(found["number"][:-1]) if kind == "number" else None
    return _Line(kind, line[found.end() :], line, which)


def _top(lines: list[_Line]) -> str:
    """The kind of mark that begins a step: named steps, else what comes first."""
    marks = [line.kind for line in lines if line.kind]
    plain = len(lines) - len(marks)
    if "step" in marks[:1] or not marks:
        return marks[0] if marks else ""
    several = plain > 1 and not lines[0].kind and not lines[0].whole.endswith(":")
    return "" if several else marks[0]


def _is_lead(items: list[list[_Line]], top: str) -> bool:
    """Whether all that stands there announces the first step."""
    (lead, *more) = items[0]
    return len(items) == 1 and not more and lead.kind != top and lead.whole.endswith(":")


def _first(item: list[_Line], top: str) -> _Line:
    return next((line for line in item if line.kind == top), item[0])


def _is_counted(firsts: list[_Line]) -> bool:
    """Whether the record counts as the portal does, from 1 on."""
    return [line.which for line in firsts] == list(range(1, len(firsts) + 1))


def _text(item: list[_Line], top: str, *, counted: bool) -> str:
    free = top in BARE or counted
    lines = [line.words if free and line.kind == top else line.whole for line in item]
    return "\n".join(line for line in lines if line)
