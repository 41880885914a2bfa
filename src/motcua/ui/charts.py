"""How is a figure drawn? SVG from the server: a line over time, stacked bars in a table.

Every chart has its numbers as text beside it, tells its parts by shape and pattern besides color,
and needs neither a script nor an inline style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.ui.scales import Scale, scale_for

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

WIDTHS = (400, 860)
"""A line is drawn twice, for narrow and wide columns; the style sheet shows the one that fits."""
HEIGHT, TOP, BOTTOM = 270, 14, 238
FIGURE, APART = 8, 18
"""Room that one letter of a number takes, and that keeps numbers off the field."""
PARTS = ("c1", "c2", "c3")
"""The classes of a bar's parts, in their order."""
LABELS_AT_MOST = 16
"""In a narrow drawing; a wide one has room for more."""
LETTER, BETWEEN = 7, 14
"""Room that a name takes under a line; where all would run into each other, some are left out."""
SPOTS_AT_MOST = 40
"""More would hide the line that they sit on; then only the last one is drawn."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line; None where there is none, which leaves a gap."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: its name, the parts it is made of, where it leads, and texts that stand beside."""

    label: str
    parts: Sequence[int]
    address: str = ""
    beside: Sequence[str] = ()


class Spot(NamedTuple):
    """A point as it is drawn; numbers as SVG writes them, whatever the reader's language."""

    x: str
    y: str


class Grid(NamedTuple):
    y: str
    text: str


class Field(NamedTuple):
    """Where the line runs in a drawing: numbers stand left of it and right of its end."""

    width: int
    left: int
    right: int

    @property
    def is_wide(self) -> bool:
        return self.width > WIDTHS[0]


def line(points: Sequence[Point], *, title: str, unit: str = "", decimals: int = 0) -> SafeString:
    """A line over ``points``; ``unit`` such as "%" follows every number.

    The caption tells first, last, lowest and highest; the numbers belong in a table beside.
    """
    known = [point.value for point in points if point.value is not None]
    scale = scale_for(known, is_percentage=unit == "%")
    told = _told(points, unit, decimals)
    grid = [Grid(_y(at, scale), _text(at, unit, scale.decimals)) for at in scale.steps]
    said = _text(known[-1], unit, decimals) if known else ""
    fields = [_field(width, grid, said) for width in WIDTHS]
    drawn = {
        "key": _key("line", title, told),
        "title": title,
        "told": told,
        "grid": grid,
        "height": HEIGHT,
        "said": said,
        "drawings": [_drawing(points, scale, field) for field in fields],
        "starts_above_zero": scale.low > 0 and _text(scale.low, unit, scale.decimals),
    }
    return render_to_string("ui/components/chart_line.html", drawn)


def _field(width: int, grid: Sequence[Grid], said: str) -> Field:
    """What the numbers leave free: the last one stands behind the line's end, so never on it."""
    left = APART + FIGURE * max(len(step.text) for step in grid)
    return Field(width, left, width - APART - FIGURE * max(len(said), 2))


def _drawing(points: Sequence[Point], scale: Scale, field: Field) -> dict[str, object]:
    return {
        "field": field,
        "lines": list(_lines(points, scale, field)),
        "spots": _drawn(list(_spots(points, scale, field))),
        "labels": list(_labels(points, field)),
    }


def bars(
    rows: Sequence[Row],
    *,
    title: str,
    parts: Sequence[str],
    heads: Sequence[str],
    of_whole: bool = True,
) -> SafeString:
    """A table with a bar in each row, made of ``parts`` that the legend names.

    ``heads`` name the columns: of the rows' names, of the bars, of the texts beside. With
    ``of_whole`` every bar is as long as the next and shows shares; else the longest is the longest.
    """
    longest = max((sum(row.parts) for row in rows), default=0)
    key = _key("bars", title, str(len(rows)))
    shown = {
        "key": key,
        "title": title,
        "legend": list(zip(PARTS, parts, strict=False)),
        "heads": heads,
        "beside": heads[2:],
        "rows": [_bar(row, sum(row.parts) if of_whole else longest, heads[2:]) for row in rows],
    }
    return render_to_string("ui/components/chart_bars.html", shown)


def _bar(row: Row, whole: int, heads: Sequence[str]) -> dict[str, object]:
    return {
        "label": row.label,
        "address": row.address,
        "pieces": list(_pieces(row.parts, whole)),
        "beside": list(zip(heads, row.beside, strict=True)),
    }


def _pieces(parts: Sequence[int], whole: int) -> Iterator[tuple[str, str, str]]:
    begun = 0.0
    for name, part in zip(PARTS, parts, strict=False):
        width = 100 * part / whole if whole else 0
        if width:
            yield name, f"{begun:.2f}", f"{width:.2f}"
        begun += width


def _spots(points: Sequence[Point], scale: Scale, field: Field) -> Iterator[Spot]:
    for at, point in enumerate(points):
        if point.value is not None:
            yield Spot(_x(at, points, field), _y(point.value, scale))


def _drawn(spots: list[Spot]) -> list[Spot]:
    return spots if len(spots) <= SPOTS_AT_MOST else spots[-1:]


def _lines(points: Sequence[Point], scale: Scale, field: Field) -> Iterator[str]:
    """The strokes between gaps, as ``polyline`` wants them."""
    stroke: list[str] = []
    for at, point in enumerate(points):
        if point.value is None:
            yield " ".join(stroke)
            stroke = []
        else:
            stroke.append(f"{_x(at, points, field)},{_y(point.value, scale)}")
    yield " ".join(stroke)


def _labels(points: Sequence[Point], field: Field) -> Iterator[tuple[str, str]]:
    widest = max((len(point.label) for point in points), default=0) * LETTER + BETWEEN
    most = LABELS_AT_MOST * field.width // WIDTHS[0]
    room = min(most, (field.right - field.left) // widest)
    every = -(-len(points) // room) if points else 1
    for at, point in enumerate(points):
        if (len(points) - 1 - at) % every == 0:
            yield _x(at, points, field), point.label


def _told(points: Sequence[Point], unit: str, decimals: int) -> str:
    """The line in one sentence, for whoever does not see it."""
    known = [(point.value, point.label) for point in points if point.value is not None]
    if not known:
        return _("Chưa có số liệu.")
    said = [
        f"{_text(value, unit, decimals)} ({label})"
        for value, label in (
            known[0],
            known[-1],
            min(known, key=lambda each: each[0]),
            max(known, key=lambda each: each[0]),
        )
    ]
    return _("Từ %(first)s đến %(last)s; thấp nhất %(low)s, cao nhất %(high)s.") % {
        "first": said[0],
        "last": said[1],
        "low": said[2],
        "high": said[3],
    }


def _x(at: int, points: Sequence[Point], field: Field) -> str:
    share = at / (len(points) - 1) if len(points) > 1 else 0.5
    return f"{field.left + (field.right - field.left) * share:.1f}"


def _y(value: float, scale: Scale) -> str:
    return f"{BOTTOM - (BOTTOM - TOP) * scale.share(value):.1f}"


def _text(value: float, unit: str, decimals: int) -> str:
    return f"{number_format(value, decimal_pos=decimals, force_grouping=True)}{unit}"


def _key(*words: str) -> str:
    """A name for this chart's parts that no other chart of the page bears."""
    return f"chart-{crc32(' '.join(words).encode()):x}"
