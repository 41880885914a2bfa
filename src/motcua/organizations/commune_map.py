"""Where do the communes of a day lie? One point each, drawn by hand of the server: no tiles.

Boundaries are in no source that we may use (territory/data/README.md); a circle has the area of its
commune, at the scale of the map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from motcua.organizations.models import Jurisdiction, Organization, OrganizationKind
from motcua.search.folding import sort_key
from motcua.territory.models import Location, Unit

if TYPE_CHECKING:
    from decimal import Decimal

WIDTH, MARGIN = 1080, 56
KM_A_DEGREE = 111.32
"""Of latitude; of longitude it is this times the cosine of the latitude."""
LETTER, TEXT = 7.4, 15
"""Room that a letter of a label takes, and a line."""
SMALLEST, USUAL = 4.0, 6.0
"""Radius in pixels of a very small commune, and of one whose area is not known."""


class Label(NamedTuple):
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with its committee, if both are on record."""

    name: str
    code: str
    identifier: str = ""
    """Of the committee that serves it on the day."""
    area: Decimal | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def proper_name(self) -> str:
        """Without the word before it: *Bãi Cháy*."""
        for kind in ("phường ", "xã ", "đặc khu ", "thị trấn "):
            if self.name.startswith(kind):
                return self.name.removeprefix(kind)
        return self.name


@dataclass(frozen=True, slots=True)
class Spot:
    """A commune as it is drawn; numbers as SVG writes them."""

    commune: Commune
    x: str
    y: str
    radius: str
    label: Label | None
    """Where its name stands; nowhere where all room was taken. It shows when looked at."""
    spare: Label


@dataclass(frozen=True, slots=True)
class CommuneMap:
    """The drawing, and every commune for the list beside it."""

    communes: list[Commune]
    spots: list[Spot] = field(default_factory=list)
    height: int = 0
    km: int = 0
    """Kilometers that the scale's bar is long."""
    bar: str = "0"

    @property
    def without_point(self) -> list[Commune]:
        return [each for each in self.communes if each.latitude is None]


def of(day: date) -> CommuneMap:
    """The communes of the province whose committee comes first; four queries."""
    province = _province(day)
    if province is None:
        return CommuneMap([])
    communes = _communes(province, day)
    return _drawn(communes)


def _province(day: date) -> Unit | None:
    """The territory of the province's committee."""
    top = Organization.objects.on(day).filter(kind=OrganizationKind.PEOPLES_COMMITTEE)
    served = (
        Jurisdiction.objects.on(day)
        .filter(organization__in=top)
        .order_by("organization__identifier")
    )
    first = served.select_related("unit").first()
    return first.unit if first else None


def _communes(province: Unit, day: date) -> list[Commune]:
    units = list(Unit.objects.on(day).communes_of(province).with_names(day))
    served = Jurisdiction.objects.on(day).filter(
        unit__in=units, organization__kind=OrganizationKind.COMMUNE_COMMITTEE
    )
    offices = dict(served.values_list("unit", "organization__identifier"))
    points = {each.unit_id: each for each in Location.objects.filter(unit__in=units)}
    found = [_commune(unit, day, offices.get(unit.pk, ""), points.get(unit.pk)) for unit in units]
    return sorted(found, key=lambda each: sort_key(each.proper_name))


def _commune(unit: Unit, day: date, identifier: str, point: Location | None) -> Commune:
    name = unit.name_on(day)
    if point is None:
        return Commune(name, unit.code, identifier)
    there = float(point.latitude), float(point.longitude)
    return Commune(name, unit.code, identifier, point.area_km2, *there)


@dataclass(frozen=True, slots=True)
class _Plane:
    """Kilometers east and north become pixels; flat enough for one province."""

    west: float
    north: float
    stretch: float
    pixels_a_km: float

    @classmethod
    def around(cls, communes: Sequence[Commune]) -> _Plane:
        east = [each.longitude or 0.0 for each in communes]
        north = [each.latitude or 0.0 for each in communes]
        stretch = math.cos(math.radians(sum(north) / len(north)))
        across = max((max(east) - min(east)) * KM_A_DEGREE * stretch, 1.0)
        return cls(min(east), max(north), stretch, (WIDTH - 2 * MARGIN) / across)

    def place(self, commune: Commune) -> tuple[float, float]:
        east = ((commune.longitude or 0.0) - self.west) * KM_A_DEGREE * self.stretch
        south = (self.north - (commune.latitude or 0.0)) * KM_A_DEGREE
        return MARGIN + east * self.pixels_a_km, MARGIN + south * self.pixels_a_km

    def radius(self, commune: Commune) -> float:
        if commune.area is None:
            return USUAL
        return max(math.sqrt(float(commune.area) / math.pi) * self.pixels_a_km, SMALLEST)


def _drawn(communes: list[Commune]) -> CommuneMap:
    placed = [each for each in communes if each.latitude is not None]
    if not placed:
        return CommuneMap(communes)
    plane = _Plane.around(placed)
    spots = _spots(placed, plane)
    lowest = max(plane.place(each)[1] for each in placed)
    km = next(
        length
        for length in (100, 50, 20, 10, 5, 1)
        if length * plane.pixels_a_km < WIDTH / 4 or length == 1
    )
    return CommuneMap(
        communes, spots, round(lowest + MARGIN + TEXT), km, f"{km * plane.pixels_a_km:.0f}"
    )


Room = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _spots(communes: Sequence[Commune], plane: _Plane) -> list[Spot]:
    """Large ones first, so that small ones lie on top; names where there is room."""
    in_order = sorted(communes, key=lambda each: -plane.radius(each))
    taken: list[Room] = [_dot(*plane.place(each)) for each in in_order]
    spots = []
    for each in in_order:
        x, y = plane.place(each)
        choices = list(_labels(x, y, len(each.proper_name) * LETTER))
        free = next(((label, room) for label, room in choices if _is_free(room, taken)), None)
        if free:
            taken.append(free[1])
        spots.append(
            Spot(
                each,
                f"{x:.1f}",
                f"{y:.1f}",
                f"{plane.radius(each):.1f}",
                free and free[0],
                choices[0][0],
            )
        )
    return spots


def _dot(x: float, y: float) -> Room:
    return x - 4, y - 4, x + 4, y + 4


PLACES = (
    ("start", 8, 5),
    ("end", -8, 5),
    ("middle", 0, 19),
    ("middle", 0, -9),
    ("start", 7, 17),
    ("start", 7, -7),
    ("end", -7, 17),
    ("end", -7, -7),
)
"""Where a name may stand: how it is set, and how far right of and below its point."""
AHEAD = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""The share of a name that stands left of where it is set."""


def _labels(x: float, y: float, width: float) -> list[tuple[Label, Room]]:
    return [_label(x + right, y + below, anchor, width) for anchor, right, below in PLACES]


def _label(x: float, y: float, anchor: str, width: float) -> tuple[Label, Room]:
    left = x - AHEAD[anchor] * width
    return Label(f"{x:.1f}", f"{y:.1f}", anchor), (left, y - TEXT + 3, left + width, y + 3)


def _is_free(room: Room, taken: Sequence[Room]) -> bool:
    left, top, right, bottom = room
    if left < 0 or right > WIDTH:
        return False
    return not any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in taken
    )
