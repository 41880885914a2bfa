"""Bring the recorded map into the database, once and again without harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.periods.ledger import Ledger, Row
from motcua.periods.models import since, until
from motcua.search import folding
from motcua.territory import spelling
from motcua.territory.crosswalk import CHANGE, Crosswalk, Place
from motcua.territory.models import Containment, Location, Succession, Unit, UnitName
from motcua.territory.tiers import Tier

QUANG_NINH = "22"
TWO_TIERS = "Nghị quyết 203/2025/QH15"
PROVINCES_MERGED = "Nghị quyết 202/2025/QH15"
COMMUNES_OF_QUANG_NINH = "Nghị quyết 1679/NQ-UBTVQH15"
CODES = "Quyết định 19/2025/QĐ-TTg"
"""Where no resolution is on record here: the list of codes that carries the new units."""

UNITS = Ledger(Unit, ("tier", "code", "valid_during"), known_by=2, corrects_ends=True)
NAMES = Ledger(
    UnitName,
    ("unit_id", "kind", "proper_name", "folded", "sort_key", "legal_basis", "valid_during"),
    known_by=1,
    corrects_ends=True,
)
CONTAINMENTS = Ledger(
    Containment, ("unit_id", "parent_id", "valid_during"), known_by=1, corrects_ends=True
)
SUCCESSIONS = Ledger(Succession, ("old_id", "new_id", "day", "divided", "legal_basis"), known_by=3)

LOCATIONS = Ledger(Location, ("unit_id", "latitude", "longitude", "area_km2"), known_by=1)


@dataclass(frozen=True)
class Loaded:
    """How many rows were written; nothing the second time."""

    units: int
    names: int
    containments: int
    successions: int
    locations: int


@transaction.atomic
def load_map(crosswalk: Crosswalk) -> Loaded:
    """Insert what the crosswalk knows and the database does not; lengthen or end what it knows.

    A row is known by what it says and its first day. Nothing is ever deleted.
    """
    units = UNITS.put(_units(crosswalk))
    book = _Book(crosswalk, _stored_units())
    return Loaded(
        units,
        NAMES.put(_names(book)),
        CONTAINMENTS.put(_containments(book)),
        SUCCESSIONS.put(_successions(book)),
        LOCATIONS.put(_locations(book)),
    )


def _stored_units() -> "dict[tuple[int, str, date | None], int]":
    rows = Unit.objects.values_list("pk", "tier", "code", "valid_during")
    return {(tier, code, days.lower): pk for pk, tier, code, days in rows}


@dataclass(frozen=True)
class _Book:
    """The crosswalk together with the keys of the stored units that it speaks of."""

    crosswalk: Crosswalk
    stored: dict[tuple[int, str, date | None], int]

    def before(self, code: str) -> int:
        return self.stored[self.crosswalk.before[code].tier, code, None]

    def after(self, code: str) -> int:
        place = self.crosswalk.after[code]
        first_day = None if code in self.crosswalk.unchanged else CHANGE
        return self.stored[place.tier, code, first_day]

    def change(self, old: str, new: str) -> str:
        """The resolution by which ``old`` passed to ``new``."""
        tier = self.crosswalk.before[old].tier
        if tier is Tier.COMMUNE and self.crosswalk.after[new].within == QUANG_NINH:
            return COMMUNES_OF_QUANG_NINH
        return {Tier.PROVINCE: PROVINCES_MERGED, Tier.DISTRICT: TWO_TIERS}.get(tier, CODES)


def _units(crosswalk: Crosswalk) -> Iterator[Row]:
    for code, place in crosswalk.before.items():
        days = DateRange() if code in crosswalk.unchanged else until(CHANGE)
        yield place.tier.value, code, days
    for code, place in crosswalk.after.items():
        if code not in crosswalk.unchanged:
            yield place.tier.value, code, since(CHANGE)


def _names(book: _Book) -> Iterator[Row]:
    """One row for each stretch of days with one kind and name."""
    for code, place in book.crosswalk.before.items():
        if not _keeps_its_name(book.crosswalk, place):
            yield _name(book.before(code), place, until(CHANGE))
    changed = {renaming.place.code: renaming for renaming in book.crosswalk.renamings}
    for code, place in book.crosswalk.after.items():
        former = book.crosswalk.before.get(code)
        first = None if former and _keeps_its_name(book.crosswalk, former) else CHANGE
        last = changed[code].day if code in changed else None
        yield _name(book.after(code), place, DateRange(first, last))
    for code, renaming in changed.items():
        days = since(renaming.day)
        yield _name(book.after(code), renaming.place, days, renaming.legal_basis)


def _keeps_its_name(crosswalk: Crosswalk, former: Place) -> bool:
    """Whether the unit goes on over the change under the same kind and name."""
    now = crosswalk.after.get(former.code)
    return (
        former.code in crosswalk.unchanged
        and now is not None
        and (now.kind, now.name) == (former.kind, former.name)
    )


def _name(unit: int, place: Place, days: DateRange, legal_basis: str = "") -> Row:
    return unit, place.kind, place.name, *_keys(place.name), legal_basis, days


@cache
def _keys(name: str) -> tuple[str, str]:
    """To find and to sort by; many places share a name."""
    return spelling.key(name), folding.sort_key(name)


def _containments(book: _Book) -> Iterator[Row]:
    for code, place in book.crosswalk.before.items():
        if place.within:
            yield book.before(code), book.before(place.within), until(CHANGE)
    for code, place in book.crosswalk.after.items():
        if place.within:
            yield book.after(code), book.after(place.within), since(CHANGE)


def _successions(book: _Book) -> Iterator[Row]:
    for old, new in sorted(book.crosswalk.pairs):
        if old not in book.crosswalk.unchanged:
            divided = old in book.crosswalk.divided
            yield book.before(old), book.after(new), CHANGE, divided, book.change(old, new)


def _locations(book: _Book) -> Iterator[Row]:
    there = book.crosswalk.after
    for point in (each for each in book.crosswalk.points if each.code in there):
        yield book.after(point.code), point.latitude, point.longitude, point.area_km2
