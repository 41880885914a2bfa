"""How is the apparatus drawn? A top, its groups as columns of boxes, and lines between them.

Plain numbers for an SVG: no script lays anything out, and the same drawing prints. Names are broken
into lines here, because SVG does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from motcua.organizations.short_names import shortened

if TYPE_CHECKING:
    from motcua.organizations.apparatus import Body, Group

BOX, GAP, COLUMN_GAP = 244, 10, 30
LINE, PADDING, HEAD = 18, 10, 34
LETTERS = 29
"""Letters that fit on a line of a box, at 13.5 px."""
TOP_LETTERS = 42
TOP_BOX = 380
DOOR = 34
ROWS = 14
"""Boxes under each other before another column begins."""
BOXES_AT_MOST = 300
LINES_AT_MOST = 4


class _Slot(NamedTuple):
    """Where a box goes, how wide it is, and how many letters a line of it holds."""

    x: int
    y: int
    width: int
    letters: int


class Words(NamedTuple):
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """One organization where it stands."""

    body: Body
    x: int
    y: int
    width: int
    height: int
    words: list[Words]
    head: str = ""
    """Who leads it."""

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def open_x(self) -> int:
        """Where the door to its own chart stands, on the right."""
        return self.x + self.width - DOOR

    @property
    def center(self) -> int:
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes of one group under each other; a group of many has several columns."""

    x: int
    begins: int
    title: str
    boxes: list[Box]
    line: str
    """The rail on its left, as a path."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A top with what is directly below it."""

    top: Box
    columns: list[Column]
    width: int
    height: int
    trunk: str
    """The line from the top along all columns."""
    hidden: int = 0
    """Boxes that found no room."""

    def at(self, percent: int) -> tuple[int, int]:
        """Width and height in pixels at a size."""
        return self.width * percent // 100, self.height * percent // 100


@dataclass(slots=True)
class _Place:
    """Where the next column goes, and how deep the drawing reaches."""

    x: int = 0
    deepest: int = 0
    columns: list[Column] = field(default_factory=list)


def drawn(top: Body, heads: dict[int, str]) -> Chart:
    """The chart of ``top``; ``heads`` names by key who leads."""
    shown, room = _fitting(top.groups)
    first = _box(top, _Slot(0, 0, TOP_BOX, TOP_LETTERS), heads)
    begins = first.bottom + 2 * COLUMN_GAP
    place = _Place(deepest=first.bottom)
    for group, bodies in shown:
        for number, rows in enumerate(_by_columns(bodies)):
            title = str(group.label) if number == 0 and len(shown) > 1 else ""
            _put(place, title, rows, begins, heads)
    width = max(place.x - COLUMN_GAP, TOP_BOX) + 4
    placed = _box(top, _Slot(2, 2, TOP_BOX, TOP_LETTERS), heads)
    return Chart(
        placed, place.columns, width, place.deepest + 4, _trunk(placed, place.columns), room
    )


def _fitting(
    groups: Sequence[tuple[Group, list[Body]]],
) -> tuple[list[tuple[Group, list[Body]]], int]:
    """As many as a drawing can hold, and how many are left over."""
    left = BOXES_AT_MOST
    shown = []
    for group, bodies in groups:
        shown.append((group, bodies[:left]))
        left -= len(bodies[:left])
    total = sum(len(bodies) for _group, bodies in groups)
    return [each for each in shown if each[1]], max(total - BOXES_AT_MOST, 0)


def _by_columns(bodies: Sequence[Body]) -> Iterator[Sequence[Body]]:
    """Columns of about the same length, none longer than ROWS."""
    count = -(-len(bodies) // ROWS)
    rows = -(-len(bodies) // count)
    return (bodies[first : first + rows] for first in range(0, len(bodies), rows))


def _put(
    place: _Place, title: str, bodies: Iterable[Body], begins: int, heads: dict[int, str]
) -> None:
    x, y = place.x + 18, begins + HEAD
    boxes = []
    for body in bodies:
        boxes.append(_box(body, _Slot(x, y, BOX - 18, LETTERS - 2), heads))
        y = boxes[-1].bottom + GAP
    rail = f"M{x - 12} {begins}V{boxes[-1].middle}"
    rungs = "".join(f"M{x - 12} {box.middle}H{x}" for box in boxes)
    place.columns.append(Column(x - 12, begins, title, boxes, rail + rungs))
    place.x += BOX + COLUMN_GAP
    place.deepest = max(place.deepest, boxes[-1].bottom)


def _trunk(top: Box, columns: Sequence[Column]) -> str:
    if not columns:
        return ""
    level = top.bottom + COLUMN_GAP
    ends = [columns[0].x, columns[-1].x, top.center]
    drops = "".join(f"M{column.x} {level}V{level + COLUMN_GAP}" for column in columns)
    return f"M{top.center} {top.bottom}V{level}M{min(ends)} {level}H{max(ends)}{drops}"


def _box(body: Body, slot: _Slot, heads: dict[int, str]) -> Box:
    x, y, width, letters = slot
    head = heads.get(body.pk, "")
    room = letters - (5 if body.below else 0)
    lines = list(broken(shortened(body.name), room))
    height = LINE * (len(lines) + bool(head)) + 2 * PADDING
    words = [Words(y + PADDING + LINE * row + 14, text) for row, text in enumerate(lines)]
    return Box(body, x, y, width, height, words, head)


def broken(text: str, letters: int) -> Iterator[str]:
    """The text in lines of at most so many letters, broken between words; the last one is cut.

    >>> list(broken("UBND phường Hồng Gai", 12))
    ['UBND phường', 'Hồng Gai']
    """
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= letters:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [line for line in lines if line]
    yield from kept[: LINES_AT_MOST - 1]
    if rest := kept[LINES_AT_MOST - 1 :]:
        yield rest[0] if len(rest) == 1 else f"{rest[0]} …"
