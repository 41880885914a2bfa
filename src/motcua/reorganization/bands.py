"""How does work flow from the old order to the new? Originals left, bodies right, bands between.

The geometry alone: the page draws it with the classes of its style sheet, the report with gray,
and there those who have nothing to do with each other apart, so that each fits a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from motcua.reorganization.lines import work
from motcua.reorganization.models import Plan
from motcua.reorganization.scene import Scene, scene_of, short

WIDTHS = (340, 860)
"""Drawn twice, for narrow and wide columns; the style sheet shows the one that fits."""
ROOM, LINE, BAR = 22, 17, 12
"""Around a box, per line of a label, and the width of a box."""
LEAST, MOST = 4.0, 90.0
"""A band without work is a thread; all bands together stay on one page."""
LETTER = 7.6
MOST_DRAWN = 40
"""More originals or bodies are told in the table alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """One organization, before or after."""

    name: str
    lines: list[str]
    count: int
    x: float
    y: float
    height: float
    is_ending: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """What goes from one to another; ``path`` as SVG and typst read it."""

    path: str
    count: int
    title: str
    ends: tuple[float, float, float, float, float]
    """From where to where, and how wide: x0, y0, x1, y1, width."""


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: float
    left: list[Box]
    right: list[Box]
    bands: list[Band]
    right_text: float
    bar: int = BAR


@dataclass(frozen=True, slots=True)
class Flow:
    """One line of the table beside the chart."""

    old: str
    new: str
    count: int


@dataclass(frozen=True)
class Chart:
    """The flows of a plan, in words and drawn."""

    flows: list[Flow]
    drawings: list[Drawing]
    """The same for narrow and wide columns, or one for each group of a report."""

    @property
    def total(self) -> int:
        return sum(flow.count for flow in self.flows)


Ends = tuple[int, int]


def chart(plan: Plan) -> Chart:
    """From whom to whom, and how many open dossiers; two queries besides the picture."""
    scene, pairs = _counted_pairs(plan)
    is_drawn = pairs and max(len({p[side] for p in pairs}) for side in (0, 1)) <= MOST_DRAWN
    thick = _thickness(pairs)
    drawings = [_drawing(scene, pairs, width, thick) for width in WIDTHS] if is_drawn else []
    return Chart(_flows(scene, pairs), drawings)


def sheets(plan: Plan, *, width: int, height: int, most: int) -> Chart:
    """The same for paper: ``most`` groups, and of them those that are no higher than a sheet."""
    scene, pairs = _counted_pairs(plan)
    thick = _thickness(pairs)
    drawn = (_drawing(scene, group, width, thick) for group in _groups(pairs)[:most])
    return Chart(_flows(scene, pairs), [each for each in drawn if each.height <= height])


def _counted_pairs(plan: Plan) -> tuple[Scene, dict[Ends, int]]:
    scene = scene_of(plan)
    counted = work.flows(plan)
    return scene, {ends: counted.get(ends, 0) for ends in [*_pairs(scene), *counted]}


def _flows(scene: Scene, pairs: dict[Ends, int]) -> list[Flow]:
    called = scene.names_of_body
    return [Flow(scene.name_of(old), called[new], n) for (old, new), n in pairs.items()]


def _groups(pairs: dict[Ends, int]) -> list[dict[Ends, int]]:
    """Those that pass something to each other, directly or around corners."""
    group_of: dict[tuple[int, int], dict[Ends, int]] = {}
    for (old, new), count in pairs.items():
        found = [group_of[end] for end in ((0, old), (1, new)) if end in group_of]
        joined = {ends: n for group in found for ends, n in group.items()} | {(old, new): count}
        for before, after in joined:
            group_of[0, before] = group_of[1, after] = joined
    return list({id(group): group for group in group_of.values()}.values())


def _pairs(scene: Scene) -> Iterator[Ends]:
    """Who passes anything to whom, work or not."""
    picture = scene.picture
    for original in picture.originals:
        for body in picture.heirs(original):
            yield original, body


@dataclass(frozen=True)
class Column:
    """One side of a drawing: who stands there, at which place."""

    scene: Scene
    pairs: dict[Ends, int]
    thick: dict[Ends, float]
    width: int
    side: int
    """0 before, 1 after."""

    @cached_property
    def boxes(self) -> dict[int, Box]:
        found: dict[int, Box] = {}
        y = 0.0
        for key in dict.fromkeys(ends[self.side] for ends in self.pairs):
            found[key] = box = self._box(key, y)
            y = box.y + box.height + ROOM
        return found

    def _box(self, key: int, top: float) -> Box:
        """A box below its label, as high as its bands together."""
        mine = [ends for ends in self.pairs if ends[self.side] == key]
        lines = _label(short(self._name(key)), room=self.width / 2 - 2 * BAR)
        picture = self.scene.picture
        return Box(
            name=self._name(key),
            lines=lines,
            count=sum(self.pairs[ends] for ends in mine),
            x=self.side * (self.width - BAR),
            y=top + LINE * len(lines) + 4,
            height=sum(self.thick[ends] for ends in mine),
            is_ending=not self.side and key in picture.ending,
            is_new=bool(self.side) and picture.bodies[key].is_founded,
        )

    def _name(self, key: int) -> str:
        return self.scene.names_of_body[key] if self.side else self.scene.name_of(key)


def _drawing(scene: Scene, pairs: dict[Ends, int], width: int, thick: dict[Ends, float]) -> Drawing:
    left, right = (Column(scene, pairs, thick, width, side).boxes for side in (0, 1))
    height = max(box.y + box.height for box in [*left.values(), *right.values()]) + 2
    bands = list(_bands(pairs, thick, left, right))
    return Drawing(width, height, [*left.values()], [*right.values()], bands, width - BAR - 6)


def _thickness(pairs: dict[Ends, int]) -> dict[Ends, float]:
    most = max(pairs.values(), default=0) or 1
    return {ends: max(LEAST, MOST * n / most / max(1, len(pairs) / 4)) for ends, n in pairs.items()}


def _label(name: str, *, room: float) -> list[str]:
    """A name in as many lines as its half of the drawing needs."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * LETTER <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _bands(
    pairs: dict[Ends, int], thick: dict[Ends, float], left: dict[int, Box], right: dict[int, Box]
) -> Iterator[Band]:
    begun: dict[tuple[int, int], float] = {}
    for (old, new), count in pairs.items():
        here, there, wide = left[old], right[new], thick[old, new]
        y0 = here.y + begun.get((0, old), 0)
        y1 = there.y + begun.get((1, new), 0)
        begun[0, old] = begun.get((0, old), 0) + wide
        begun[1, new] = begun.get((1, new), 0) + wide
        x0, x1 = here.x + BAR, there.x
        middle = (x0 + x1) / 2
        path = (
            f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
            f"V{y1 + wide:.1f}C{middle:.1f} {y1 + wide:.1f} {middle:.1f} {y0 + wide:.1f} "
            f"{x0:.1f} {y0 + wide:.1f}Z"
        )
        title = f"{here.name} → {there.name}"
        yield Band(path, count, title, (x0, y0, x1, y1, wide))
