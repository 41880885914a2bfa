"""What do the data files say the map was, is, and became? (data/README.md)

Speaks only of codes, so that it can be read and tested without a database.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from motcua.territory.tiers import Tier

DATA = Path(__file__).parent / "data"
CHANGE = date(2025, 7, 1)
"""The day from which there are two tiers (NQ 202 and 203/2025/QH15)."""

TIERS = {2: Tier.PROVINCE, 3: Tier.DISTRICT, 5: Tier.COMMUNE}
"""The length of a code tells the tier."""


@dataclass(frozen=True)
class Place:
    """One line of the map on one side of the change."""

    code: str
    within: str
    kind: str
    name: str

    @property
    def tier(self) -> Tier:
        return TIERS[len(self.code)]


@dataclass(frozen=True)
class Renaming:
    """From ``day`` on a province has another kind or name; its territory and code stay."""

    day: date
    place: Place
    legal_basis: str


@dataclass(frozen=True)
class Point:
    """Where a commune of after the change lies, and how large it is, as the source has it."""

    code: str
    latitude: Decimal
    longitude: Decimal
    area_km2: Decimal | None


@dataclass(frozen=True)
class Crosswalk:
    """The map before and after the change, by code, and which became which."""

    before: dict[str, Place]
    after: dict[str, Place]
    commune_pairs: tuple[tuple[str, str], ...]
    renamings: tuple[Renaming, ...]
    points: tuple[Point, ...] = ()

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Old and new codes of every tier: a district's successors are communes."""
        return frozenset(
            (above, new if self.before[above].tier is Tier.DISTRICT else self.after[new].within)
            for old, new in self.commune_pairs
            for above in self._chain(old)
            if self.before[above].tier is not Tier.COMMUNE
        ) | frozenset(self.commune_pairs)

    @cached_property
    def unchanged(self) -> frozenset[str]:
        """Codes whose territory stayed: one successor, of which it is the only predecessor.

        So far the source never changes the code of such a unit; one that did would count as ended.
        """
        heirs = Counter(old for old, _new in self.pairs)
        sources = Counter((new, len(old)) for old, new in self.pairs)
        return frozenset(
            old
            for old, new in self.pairs
            if old == new and heirs[old] == 1 and sources[new, len(old)] == 1
        )

    @cached_property
    def divided(self) -> frozenset[str]:
        """Old codes whose territory went to more than one successor."""
        heirs = Counter(old for old, _new in self.pairs)
        return frozenset(old for old, count in heirs.items() if count > 1)

    def _chain(self, code: str) -> Iterator[str]:
        while code:
            yield code
            code = self.before[code].within


def read(folder: Path = DATA) -> Crosswalk:
    """The files as they lie there."""
    return Crosswalk(
        before=_places(folder / "units_before_2025_07_01.csv"),
        after=_places(folder / "units_after_2025_07_01.csv"),
        commune_pairs=tuple(_pairs(folder / "successions_2025_07_01.csv")),
        renamings=tuple(_renamings(folder / "renamings.csv")),
        points=tuple(_points(folder / "points_after_2025_07_01.csv")),
    )


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _places(file: Path) -> dict[str, Place]:
    return {row["code"]: Place(**row) for row in _rows(file)}


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(file):
        yield from ((row["old"], new) for new in row["new"].split())


def _renamings(file: Path) -> Iterator[Renaming]:
    for row in _rows(file):
        place = Place(row["code"], "", row["kind"], row["name"])
        yield Renaming(date.fromisoformat(row["day"]), place, row["legal_basis"])


def _points(file: Path) -> Iterator[Point]:
    for row in _rows(file):
        area = Decimal(row["area_km2"]) if row["area_km2"] else None
        yield Point(row["code"], Decimal(row["latitude"]), Decimal(row["longitude"]), area)
