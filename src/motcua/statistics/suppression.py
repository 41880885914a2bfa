"""Which numbers are so small that they might point at a person, and what must hide with them?

A commune's figures in one sector are the fine print: one or two there may be somebody whom the
neighbors know (domain.md §4.3). A number that hides must not come back by subtraction from the
totals that are shown, of the office over all sectors and of the sector over all offices: so other
numbers hide with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from .figures import NOTHING, Figures, Place

SUMS = "sums"
GROUPS = {
    SUMS: ("received", "resolved"),
    "channels": ("received_direct", "received_online", "received_post"),
    "outcomes": ("early", "on_time", "late"),
    "stocks": ("carried", "in_process", "in_time", "overdue", "waiting", "ended"),
}
"""Numbers that hide together: within a row each follows from the others and the two sums."""

Cells = set[Place]
OFFICE, SECTOR = "office", "sector"
Point = tuple[str, int]


def veils(cells: Mapping[Place, Figures], smallest: int) -> dict[Place, frozenset[str]]:
    """The groups that hide, by office and sector; ``cells`` are all that would be shown.

    Numbers below ``smallest`` hide, except zero. Where the sums hide, all the rest does.
    """
    places = _whole(cells)
    sizes = {place: figures.carried + figures.received for place, figures in places.items()}
    hidden: dict[str, Cells] = {SUMS: set()}
    for group, names in GROUPS.items():
        small = {p for p, figures in places.items() if _has_small(figures, names, smallest)}
        hidden[group] = closed(small | hidden[SUMS], sizes)
    return {p: frozenset(group for group, there in hidden.items() if p in there) for p in places}


def _has_small(figures: Figures, names: tuple[str, ...], smallest: int) -> bool:
    return any(0 < getattr(figures, name) < smallest for name in names)


def _whole(cells: Mapping[Place, Figures]) -> dict[Place, Figures]:
    """Every office in every sector: a row of zeros may hide as well as any other."""
    offices = {office for office, _ in cells}
    sectors = {sector for _, sector in cells}
    return {(o, s): cells.get((o, s), NOTHING) for o in offices for s in sectors}


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
