"""What stands on the sheet to take along? A procedure on one A4 page, whatever its length.

Decided what is cut: a paper's name after 160 letters, papers of a case after twelve and cases after
eight (the sheet says how many are left), conditions after five. Steps, notes and law are not on it;
the QR code leads to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from . import qr

LONGEST_TITLE, LONGEST_PAPER, LONGEST_FACT, LONGEST_LINE = 330, 160, 150, 260
MOST_PAPERS, MOST_CASES, MOST_CONDITIONS, MOST_CHANNELS = 12, 8, 5, 4
MOST_PAPERS_TOGETHER = 44


class SheetPaper(TypedDict):
    """One paper, and when it is needed."""

    name: str
    note: NotRequired[str]


class SheetCase(TypedDict):
    """The papers of one case; ``more`` says how many are not on the sheet."""

    name: str
    papers: list[SheetPaper]
    more: NotRequired[str]


class OneSheet(TypedDict):
    """Everything on the sheet, in the reader's language."""

    title: str
    code: str
    organization: str
    address: str
    """Absolute, for the QR code."""
    qr_says: str
    facts: Sequence[tuple[str, str]]
    office_title: str
    office: Sequence[tuple[str, str]]
    """Where one goes, where that is known."""
    papers_title: str
    cases: list[SheetCase]
    conditions_title: str
    conditions: list[str]
    channels_title: str
    channels: list[str]
    foot: str
    made_at: datetime


def printable(sheet: OneSheet) -> dict[str, Any]:
    """The sheet cut to what one page holds, with its QR code."""
    return {
        **sheet,
        "title": short(sheet["title"], LONGEST_TITLE),
        "facts": [(name, short(value, LONGEST_FACT)) for name, value in sheet["facts"]],
        "office": [(name, short(value, LONGEST_FACT)) for name, value in sheet["office"]],
        "conditions": _lines(sheet["conditions"], MOST_CONDITIONS),
        "channels": _lines(sheet["channels"], MOST_CHANNELS),
        "qr": qr.svg(sheet["address"]),
        "made_at": sheet["made_at"].isoformat(timespec="seconds"),
    }


def short(text: str, longest: int) -> str:
    """The text, cut between words where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]} …"


def _lines(texts: Sequence[str], most: int) -> list[str]:
    return [short(text, LONGEST_LINE) for text in texts[:most]]
