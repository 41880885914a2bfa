"""What stands in a report? Sections of words, tables and charts, on A4.

Whoever reports fills a ``Report`` from what is kept, so that it reads the same whenever it is
printed. Every value is text or a number that JSON can hold. Unlike a receipt, which is a form of
the law, a report speaks the language in which it was filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from motcua.periods.clock import VIETNAM

THIRD_MONTH = 3


class Table(TypedDict):
    """Rows under their heads; the first column is text, the others are set to the right."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: NotRequired[Sequence[str]]
    """Beside each row's name, in small; as many as rows."""
    widths: NotRequired[Sequence[int]]
    """Parts of the width, a column each, whose text is then set to the left; 0 as it needs."""


class Bar(TypedDict):
    """One bar: its name, the parts of its whole, and the texts beside it."""

    label: str
    parts: Sequence[int]
    beside: Sequence[str]


class Bars(TypedDict):
    """Bars of one length, each part of its own pattern."""

    parts: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Bar]


class Stroke(TypedDict):
    """One line; None leaves a gap."""

    name: str
    values: Sequence[float | None]


class Lines(TypedDict):
    """Lines over the same time, on an axis from ``steps[0]`` to ``steps[-1]``."""

    labels: Sequence[str]
    strokes: Sequence[Stroke]
    steps: Sequence[float]
    unit: str
    told: str
    """The drawing in words, for whoever does not see it."""


class Box(TypedDict):
    """One end of a flow: where it stands, in units of the drawing."""

    lines: Sequence[str]
    count: str
    y: float
    height: float
    kind: str
    """``ends``, ``stays`` or ``new``."""


class Flows(TypedDict):
    """From boxes at the left to boxes at the right, as wide as what flows."""

    width: float
    height: float
    bar: float
    left: Sequence[Box]
    right: Sequence[Box]
    bands: Sequence[Sequence[float]]
    """x0, y0, x1, y1 and the width of each."""
    told: str
    """The drawing in words, for whoever does not see it."""


class Section(TypedDict):
    """What stands under one heading, in this order."""

    title: str
    words: NotRequired[Sequence[str]]
    table: NotRequired[Table]
    bars: NotRequired[Bars]
    lines: NotRequired[Lines]
    legend: NotRequired[Sequence[tuple[str, str]]]
    """Kinds of boxes of the flows, and their words."""
    flows: NotRequired[Sequence[Flows]]
    tables: NotRequired[Sequence[tuple[str, Table]]]
    """Smaller ones, each with its name."""
    points: NotRequired[Sequence[str]]
    """Remarks, each with a dash."""
    verdict: NotRequired[str]
    """What may be said of the table, marked beside."""


class Report(TypedDict):
    """Everything that the paper says."""

    code: str
    organization: str
    managing_organization: NotRequired[str]
    title: str
    subtitle: NotRequired[str]
    facts: Sequence[tuple[str, str]]
    """Labels and what belongs to them."""
    sections: Sequence[Section]
    made_at: str
    """ISO 8601 with an offset: when what is reported was known."""
    language: str
    is_demo: NotRequired[bool]


def printable(report: Report) -> dict[str, Any]:
    """The words that the page prints."""
    made = datetime.fromisoformat(report["made_at"]).astimezone(VIETNAM)
    month = f"{made.month:02}" if made.month < THIRD_MONTH else str(made.month)
    return {
        **report,
        "made_at": made.isoformat(timespec="seconds"),
        "dated": f"ngày {made:%d} tháng {month} năm {made.year}",
    }
