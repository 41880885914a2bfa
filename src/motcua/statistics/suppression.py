"""Which numbers are so small that they might point at a person, and what must hide with them?

A commune's figures in one sector are the fine print: one or two there may be somebody whom the
neighbors know (domain.md §4.3). A number that hides must not come back by subtraction: not from the
totals that are shown, of the office over all sectors and of the sector over all offices, and not
from another time. So other numbers hide with it, and a longer time shows what its months show.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from .figures import NOTHING, Figures, Place

SUMS = "sums"
GROUPS = {
    SUMS: ("received", "resolved"),
    "channels": ("received_direct", "received_online", "received_post"),
    "outcomes": ("early", "on_time", "late"),
    "stocks": ("carried", "in_process", "in_time", "overdue", "waiting", "ended", "moved"),
}
"""Numbers that hide together: within a row each follows from the others and the two sums."""

Cells = set[Place]
OFFICE, SECTOR = "office", "sector"
Point = tuple[str, int]
MONTHS_KEPT = 40
"""So many months a process keeps worked out: three years."""


def veils(
    months: Sequence[Mapping[Place, Figures]], smallest: int, before: Mapping[Place, Figures]
) -> dict[Place, frozenset[str]]:
    """The groups that hide in a time of ``months``, by office and sector.

    ``months``, and the one ``before`` them, hold all that would be shown. What hides in a month
    hides in every time around it: the sum less the other months would be the hidden number. What a
    month left is what the next one took over: so where stocks hide, the next month's do too.
    """
    every = [_whole(cells) for cells in (before, *months)]
    found = [_of_month(frozenset(cells.items()), smallest) for cells in every]
    hidden: defaultdict[Place, set[str]] = defaultdict(set)
    for cells, earlier, own in zip(every[1:], found, found[1:], strict=False):
        stocks = closed(own["stocks"] | earlier["stocks"], _sizes(cells))
        for group, there in {**own, "stocks": stocks}.items():
            for place in there:
                hidden[place].add(group)
    return {place: frozenset(groups) for place, groups in hidden.items()}


@lru_cache(maxsize=MONTHS_KEPT)
def _of_month(month: frozenset[tuple[Place, Figures]], smallest: int) -> Mapping[str, Cells]:
    """What hides in one month by itself, by group; a month that is over is worked out once.

    Numbers below ``smallest`` hide, except zero. Where the sums hide, all the rest does.
    """
    cells = dict(sorted(month, key=itemgetter(0)))
    hidden: dict[str, Cells] = {SUMS: set()}
    for group, names in GROUPS.items():
        small = {p for p, figures in cells.items() if _has_small(figures, names, smallest)}
        empty = {p for p, figures in cells.items() if not any(getattr(figures, n) for n in names)}
        hidden[group] = closed(_with_thin_lines(small | hidden[SUMS], empty, cells), _sizes(cells))
    return hidden


def _with_thin_lines(hidden: Cells, empty: Cells, places: Iterable[Place]) -> Cells:
    """And all of an office or a sector in which most of what is not empty hides.

    Nothing is less than zero: beside the zeros of a thin table a small sum gives its parts away.
    """
    whole, everywhere = set(hidden), set(places)
    for axis in (0, 1):
        hide = Counter(place[axis] for place in whole)
        hold = Counter(place[axis] for place in whole | (everywhere - empty))
        whole |= {place for place in everywhere if 2 * hide[place[axis]] > hold[place[axis]]}
    return whole


def _has_small(figures: Figures, names: tuple[str, ...], smallest: int) -> bool:
    return any(0 < abs(getattr(figures, name)) < smallest for name in names)


def _whole(cells: Mapping[Place, Figures]) -> dict[Place, Figures]:
    """Every office in every sector: a row of zeros may hide as well as any other."""
    offices = sorted({office for office, _ in cells})
    sectors = sorted({sector for _, sector in cells})
    return {(o, s): cells.get((o, s), NOTHING) for o in offices for s in sectors}


def _sizes(cells: Mapping[Place, Figures]) -> dict[Place, int]:
    return {place: figures.carried + figures.received for place, figures in cells.items()}


# --- Loops: what keeps a number from subtraction ----------------------------------------------
#
# Offices and sectors are points, hidden cells the lines between them, and each point's sum is
# shown. A cell can be worked out if, and only if, its line lies on no loop.


def closed(hidden: Cells, sizes: Mapping[Place, int]) -> Cells:
    """``hidden`` and what must hide with it, so that every hidden cell lies on a loop.

    With one office or one sector there is no loop: then the sum, which is shown, is the cell.
    """
    whole = set(hidden)
    while loops := _loops(bridges(whole), whole, sizes):
        whole |= loops
    return whole


def _loops(lonely: list[Place], hidden: Cells, sizes: Mapping[Place, int]) -> Cells:
    """The cells that close a loop through each of ``lonely``; one loop may serve several."""
    added: Cells = set()
    for place in lonely:
        if place not in added:
            square = _square(place, hidden | added, sizes)
            added |= square | {place} if square else set()
    return added - hidden


def _square(place: Place, hidden: Cells, sizes: Mapping[Place, int]) -> Cells:
    """The cells whose hiding costs a reader least, to close a loop of four through ``place``.

    An empty cell hides nothing well, since nothing is less than zero; a big one is a loss.
    """
    office, sector = place
    cost = {p: (0, 0) if p in hidden else (not size, size) for p, size in sizes.items()}
    beside = [(cost[office, s], s) for s in {s for _, s in sizes} - {sector}]
    above = [(cost[o, sector], o) for o in {o for o, _ in sizes} - {office}]
    corners = (
        (e1 + e2 + cost[o, s][0], n1 + n2 + cost[o, s][1], o, s)
        for (e1, n1), s in beside
        for (e2, n2), o in above
    )
    best = min(corners, default=None)
    if best is None:
        return set()
    *_, o, s = best
    return {(office, s), (o, sector), (o, s)} - hidden


def bridges(hidden: Cells) -> list[Place]:
    """The cells on no loop (Tarjan, 1974)."""
    walked = _Walk(_near(hidden), {}, [])
    for point in walked.near:
        if point not in walked.order:
            walked.on(point, None)
    return walked.found


class _Walk(NamedTuple):
    near: dict[Point, list[Point]]
    order: dict[Point, int]
    """When each point was come to."""
    found: list[Place]

    def on(self, point: Point, source: Point | None) -> int:
        """The earliest point that a loop leads back to from here."""
        lowest = self.order[point] = len(self.order)
        for other in (each for each in self.near[point] if each != source):
            if other in self.order:
                lowest = min(lowest, self.order[other])
                continue
            reached = self.on(other, point)
            lowest = min(lowest, reached)
            if reached > self.order[point]:
                self.found.append(_cell(point, other))
        return lowest


def _cell(*ends: Point) -> Place:
    (_, office), (_, sector) = sorted(ends)  # OFFICE sorts before SECTOR
    return office, sector


def _near(hidden: Cells) -> dict[Point, list[Point]]:
    near: defaultdict[Point, list[Point]] = defaultdict(list)
    for office, sector in sorted(hidden):
        near[OFFICE, office].append((SECTOR, sector))
        near[SECTOR, sector].append((OFFICE, office))
    return dict(near)
