"""What stands on a filled form? The citizen's answers in the order of the form, to read and sign.

Whoever holds answers fills a ``FilledForm``; what is not answered has a dotted line. Every value is
text or a number that JSON can hold; moments are ISO 8601 with an offset.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from motcua.periods.clock import VIETNAM

THIRD_MONTH = 3
TO_DATE = "ngày …… tháng …… năm ………"
LONGEST_WORD = 30
"""A longer one may be broken anywhere, so that it stays on the page."""


class Line(TypedDict):
    """A question's label and its answer; empty where there is none."""

    label: str
    text: str


class Part(TypedDict):
    """Answers under one title; ``is_entry`` where it is one of several of the same."""

    title: str
    lines: Sequence[Line]
    is_entry: NotRequired[bool]


class Signer(TypedDict):
    """Who signs: in which role, and the name where it is known."""

    role: str
    name: NotRequired[str]


class Head(TypedDict):
    """What a form says of itself."""

    title: str
    form_code: str
    notice: str


class FilledForm(TypedDict):
    """Everything that the paper says."""

    code: str
    """Of the dossier, for example "H49.61-261119-0037"; of a draft that of its procedure."""
    title: str
    form_code: NotRequired[str]
    """Number of the official form, where it is one."""
    notice: NotRequired[str]
    """That it is no official form, where the form says so."""
    organization: str
    """To whom it is addressed."""
    procedure: str
    """Name, code and version of the procedure."""
    parts: Sequence[Part]
    signers: Sequence[Signer]
    made_at: str
    """When it was submitted; of a draft the moment of printing."""
    is_draft: NotRequired[bool]
    is_blank: NotRequired[bool]
    """To be filled in by hand: nothing is answered, the day is dotted too."""
    is_demo: NotRequired[bool]


def printable(form: FilledForm) -> dict[str, Any]:
    """The words that the page prints: each answer as its lines, these as pieces that may break."""
    made = datetime.fromisoformat(form["made_at"]).astimezone(VIETNAM)
    month = f"{made.month:02}" if made.month < THIRD_MONTH else str(made.month)
    return {
        **form,
        "parts": [_part(part, form["parts"][0]) for part in form["parts"]],
        "made_at": made.isoformat(timespec="seconds"),
        "dated": TO_DATE
        if form.get("is_blank")
        else f"ngày {made:%d} tháng {month} năm {made.year}",
    }


def _part(part: Part, first: Part) -> dict[str, Any]:
    """An entry stands one heading deeper, unless no section stands above it."""
    lines = [{"label": one["label"], "rows": _rows(one["text"])} for one in part["lines"]]
    return {"title": part["title"], "is_entry": _is_below(part, first), "lines": lines}


def _is_below(part: Part, first: Part) -> bool:
    return part.get("is_entry", False) and not first.get("is_entry", False)


def _rows(text: str) -> list[list[str]]:
    """Each line of an answer in pieces between which the page may break it."""
    return [_pieces(row) for row in text.splitlines()]


def _pieces(row: str) -> list[str]:
    """The line whole, so that it is found and copied as it was typed; cut in words without end."""
    pieces = [""]
    for word in row.split(" "):
        first, *more = _cut(word)
        pieces[-1] += f" {first}" if pieces[-1] else first
        pieces += more
    return pieces


def _cut(word: str) -> list[str]:
    return [word[at : at + LONGEST_WORD] for at in range(0, len(word) or 1, LONGEST_WORD)]
