"""Where is that today? An address written with old names leads to the places to choose from.

One old commune may have gone to several new ones; which of them somebody lives in only they know.
So an address never *becomes* another: it has candidates, and the citizen chooses.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from motcua.search.folding import fold
from motcua.territory import popular
from motcua.territory.models import Containment, Kind, Unit, UnitName
from motcua.territory.queries import UnitQuerySet
from motcua.territory.spelling import spellings, spellings_of_kind, words
from motcua.territory.tiers import Tier

LAST_WORDS = 30
"""The place stands at the end of an address; what is farther in front is not read."""

LONGEST_NAME = 7
"""Words of the longest name of a place."""

MOST = 30
"""More candidates than this help nobody: the address says too little."""

COMMUNES = frozenset({Kind.WARD, Kind.COMMUNE, Kind.TOWNSHIP, Kind.SPECIAL_ZONE})
DISTRICTS = frozenset({Kind.CITY, Kind.DISTRICT, Kind.URBAN_DISTRICT, Kind.TOWN})
COUNTRY = ("", "viet nam")


def around(units: UnitQuerySet) -> UnitQuerySet:
    """With what has to be known to write an address or to recognize one, fetched at once."""
    upwards = Containment.objects.select_related("parent")
    return units.prefetch_related(
        "names",
        Prefetch("containments", upwards),
        "containments__parent__names",
        Prefetch("containments__parent__containments", upwards),
        "containments__parent__containments__parent__names",
    )


@dataclass(frozen=True)
class Candidate:
    """A place of the asked day, its address as one writes it, and why it is offered."""

    unit: Unit
    address: str
    reason: str


@dataclass(frozen=True)
class _Hit:
    """A unit whose name stands in the text, from word ``start`` to the end of the text."""

    unit: Unit
    start: int
    has_marks: bool


def candidates(place: str | Unit, day: date, first: Collection[int] = ()) -> list[Candidate]:
    """Which places of ``day`` an address or a former unit may mean, in Vietnamese order.

    Those whose keys are in ``first``, the communes of one's own province, come before all others.

    Reads *phường Hà Khẩu, thành phố Hạ Long* and *p ha khau tp ha long quang ninh* alike; where
    marks are written they count. A former district leads to all communes that came of it. Empty
    where nothing is recognized. Asks the database a fixed number of times.
    """
    units = [place] if isinstance(place, Unit) else _recognized(place, day)
    if not units:
        return []
    heirs = Unit.objects.heirs([unit.pk for unit in units], day)
    wanted = {pk for those in heirs.values() for pk in those}
    known = around(Unit.objects.all()).in_bulk({*heirs, *wanted})
    found = {
        heir: _candidate(known[origin], known[heir], len(those), day)
        for origin, those in sorted(heirs.items(), key=lambda pair: known[pair[0]].holds_on(day))
        for heir in those
    }
    in_order = sorted(found.values(), key=lambda each: _sort_key(each.unit))
    return sorted(in_order, key=lambda each: each.unit.pk not in first)[:MOST]


@dataclass(frozen=True)
class Placed:
    """Which places an address may mean, by key, and what it says below them, without marks."""

    units: frozenset[int]
    locality: str


def placed(address: str, day: date) -> Placed:
    """Read an address down to the hamlet: *Tổ 5, khu 2, phường Bãi Cháy* is ``to 5 khu 2`` there.

    Where no commune is recognized, everything said is locality: people leave out the commune at
    whose counter they stand.
    """
    said = popular.official(words(address))[-LAST_WORDS:]
    hits = _best_hits(said, day)
    start = hits[0].start if hits else len(said)
    heirs = Unit.objects.heirs([hit.unit.pk for hit in hits], day) if hits else {}
    there = frozenset(heir for those in heirs.values() for heir in those)
    return Placed(there, _without_marks(said[:start]))


def locality(text: str) -> str:
    """What lies below a commune, written as ``Placed`` has it: *Thôn 3* is ``thon 3``."""
    return _without_marks(words(text))


def _without_marks(said: list[str]) -> str:
    return " ".join(fold(word) for word in said)


def _candidate(origin: Unit, heir: Unit, count: int, day: date) -> Candidate:
    return Candidate(heir, address_of(heir, day), _reason(origin, heir, count, day))


def _reason(origin: Unit, heir: Unit, count: int, day: date) -> str:
    if origin == heir:
        return _("Tên hiện nay.")
    last_day = origin.valid_during.upper or day
    words = {
        "old": capfirst(address_of(origin, last_day)),
        "count": count,
        "day": date_format(last_day, "d/m/Y"),
    }
    if origin.tier == Tier.DISTRICT:
        return _("%(old)s không còn từ ngày %(day)s: hãy chọn phường, xã nơi bạn ở.") % words
    if count > 1:
        return _("%(old)s chia về %(count)d nơi từ ngày %(day)s: hãy chọn nơi bạn ở.") % words
    return _("%(old)s nhập về đây từ ngày %(day)s.") % words


def address_of(unit: Unit, day: date) -> str:
    """As :meth:`Unit.address_on`, from what was fetched; at the end of a unit, its last parents."""
    above = _containments(unit)
    now = [each for each in above if each.holds_on(day)] or above[-1:]
    return ", ".join([unit.name_on(day), *(address_of(each.parent, day) for each in now)])


def _containments(unit: Unit) -> list[Containment]:
    """In the order of their days; a province lies in nothing, which need not be asked."""
    found = () if unit.tier == Tier.PROVINCE else tuple(unit.containments.all())
    return sorted(found, key=lambda each: each.valid_during.lower or date.min)


def _sort_key(unit: Unit) -> tuple[str, str]:
    return max(name.sort_key for name in unit.names.all()), unit.code


# --- Recognizing what was written ------------------------------------------------------------


def _recognized(text: str, day: date) -> list[Unit]:
    """The units that explain the most words of the text, counted from its end."""
    hits = _best_hits(popular.official(words(text))[-LAST_WORDS:], day)
    return list({hit.unit.pk: hit.unit for hit in hits}.values())


def _best_hits(said: list[str], day: date) -> list[_Hit]:
    hits = list(_hits(said, day)) if said else []
    first = min((hit.start for hit in hits), default=0)
    best = [hit for hit in hits if hit.start == first]
    return [hit for hit in best if hit.has_marks] or best


def _hits(said: list[str], day: date) -> Iterator[_Hit]:
    plain = [fold(word) for word in said]
    spans = _spans(plain)
    for unit in _named(spans, day):
        tails = _tails(unit)
        for name in unit.names.all():
            for start, end in spans.get(name.folded, ()):
                if " ".join(plain[end:]) in tails and _fits(name, plain[:start]):
                    has_marks = words(name.proper_name) == said[start:end]
                    yield _Hit(unit, start - _words_of_kind(name, plain[:start]), has_marks)


def _spans(plain: list[str]) -> dict[str, list[tuple[int, int]]]:
    """Every run of words that could be a name, and where it stands."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(plain)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(plain)) + 1):
            spans.setdefault(" ".join(plain[start:end]), []).append((start, end))
    return spans


def _named(spans: Iterable[str], day: date) -> Iterable[Unit]:
    """Communes and districts with such a name, now or before."""
    begun = Unit.objects.during(DateRange(None, day, "[]")).exclude(tier=Tier.PROVINCE)
    return around(begun.filter(names__folded__in=spans).distinct())


def _words_of_kind(name: UnitName, before: list[str]) -> int:
    """How many words in front of a name say its own kind."""
    said, length = _kind_said(before)
    return length if name.kind in said else 0


def _fits(name: UnitName, before: list[str]) -> bool:
    """Whether no word in front says another tier: a ward may be written as a commune, no city.

    A mere number is a place only behind its kind: *tổ 5 khu 3* is no ward 3.
    """
    said, _length = _kind_said(before)
    tier = COMMUNES if name.kind in COMMUNES else DISTRICTS
    return bool(said & tier) if said or name.folded.isdigit() else True


def _kind_said(before: list[str]) -> tuple[set[str], int]:
    """The kinds that the words in front of a name may mean, and how many words that takes."""
    for length in (2, 1):
        last = " ".join(before[-length:]) if len(before) >= length else ""
        if said := {kind.value for kind in Kind if last in spellings_of_kind(kind)}:
            return said, length
    return set(), 0


def _tails(unit: Unit) -> set[str]:
    """What may follow the unit's name: any of its districts and provinces, or nothing of them."""
    ways = {""}
    for containment in _containments(unit):
        own = {"", *_all_spellings(containment.parent)}
        tails = product(own, _tails(containment.parent))
        ways |= {f"{way} {tail}".strip() for way, tail in tails}
    return {f"{way} {country}".strip() for way, country in product(ways, COUNTRY)}


def _all_spellings(unit: Unit) -> set[str]:
    return {way for name in unit.names.all() for way in spellings(name.kind, name.proper_name)}
