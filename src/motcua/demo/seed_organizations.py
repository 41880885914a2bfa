"""The demo province's organizations: who exists, what each is called, who answers to whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.demo import apparatus, former_departments, other_lines
from motcua.demo.apparatus import TWO_TIERS, Agency, Commune
from motcua.demo.former_tiers import PROVINCE_CODE, FormerTiers, Heir
from motcua.organizations.models import (
    Capacity,
    Jurisdiction,
    Organization,
    OrganizationName,
    Subordination,
    Succession,
)
from motcua.periods.clock import VIETNAM
from motcua.periods.ledger import Ledger, Row
from motcua.periods.models import since
from motcua.search.folding import sort_key
from motcua.territory import crosswalk
from motcua.territory.models import Unit

ORGANIZATIONS = Ledger(
    Organization,
    ("identifier", "kind", "tier", "is_demo", "recorded_at", "valid_during"),
    known_by=1,
)
NAMES = Ledger(
    OrganizationName,
    ("organization_id", "full_name", "sort_key", "legal_basis", "recorded_at", "valid_during"),
    known_by=1,
)
JURISDICTIONS = Ledger(
    Jurisdiction, ("organization_id", "unit_id", "recorded_at", "valid_during"), known_by=2
)
SUBORDINATIONS = Ledger(
    Subordination, ("child_id", "parent_id", "recorded_at", "valid_during"), known_by=1
)
CAPACITIES = Ledger(
    Capacity,
    (
        "organization_id",
        "line",
        "full_name",
        "superior_id",
        "legal_basis",
        "recorded_at",
        "valid_during",
    ),
    known_by=2,
)
SUCCESSIONS = Ledger(
    Succession,
    (
        "old_id",
        "new_id",
        "day",
        "unit_id",
        "kind",
        "is_default",
        "procedure_code",
        "legal_basis",
        "recorded_at",
    ),
    known_by=4,
)

SINCE_RECORDS = date(2016, 11, 3)
"""QĐ 3739/QĐ-UBND gave the first identifiers; what is older is on record since then."""
NOTICE = timedelta(days=14)
"""How long before its first day the register knows of a change."""

MISSPELT = "Ủy ban nhân dân phường Hòn Gai"
CORRECTED = datetime(2026, 5, 25, 9, tzinfo=VIETNAM)
"""Until that morning the register called the committee of phường Hồng Gai so (invented)."""
HONG_GAI = "H49.61"


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. The map must be loaded."""
    book = Book.of(communes())
    ORGANIZATIONS.put(_organization(agency) for agency in book.plan)
    NAMES.put(row for agency in book.plan for row in _names(agency, book))
    _correct_what_was_misspelt()
    JURISDICTIONS.put(_jurisdictions(book))
    SUBORDINATIONS.put(_subordinations(book))
    CAPACITIES.put(_capacities(book))
    SUCCESSIONS.put(_successions(book))


def communes() -> tuple[Commune, ...]:
    """The 54 wards, communes and special zones."""
    day = apparatus.CITY
    province = Unit.objects.on(day).provinces().get(code=PROVINCE_CODE)
    units = Unit.objects.on(day).communes_of(province).with_names(day)
    return tuple(Commune(unit.code, unit.name_on(day)) for unit in units)


def known_since(first_day: date | None) -> datetime:
    """When the demo's register learnt of what holds from that day on."""
    return datetime.combine((first_day or SINCE_RECORDS + NOTICE) - NOTICE, time(9), VIETNAM)


@dataclass(frozen=True)
class Book:
    """The whole plan, with the keys of what is stored."""

    plan: tuple[Agency, ...]
    former: FormerTiers
    communes: tuple[Commune, ...]

    @classmethod
    def of(cls, places: tuple[Commune, ...]) -> "Book":
        former = FormerTiers(crosswalk.read(), places)
        state, others = apparatus.agencies(places), other_lines.agencies(places)
        ended = *former_departments.agencies(), *former.agencies()
        return cls((*state, *others, *ended), former, places)

    def heirs(self) -> Iterator[Heir]:
        """Of all that ended."""
        yield from former_departments.heirs()
        yield from self.former.heirs()

    @cached_property
    def keys(self) -> dict[str, int]:
        """Organizations by identifier, once they are stored."""
        return dict(Organization.objects.values_list("identifier", "pk"))

    @cached_property
    def units(self) -> dict[date | None, dict[str, int]]:
        """Units by code: of today, and of the eve for what ended with it."""
        eve = TWO_TIERS - timedelta(days=1)
        days = {None: apparatus.CITY, apparatus.MERGED: eve, TWO_TIERS: eve}
        return {
            until: dict(Unit.objects.on(day).values_list("code", "pk"))
            for until, day in days.items()
        }


def _organization(agency: Agency) -> Row:
    is_invented = agency.identifier != apparatus.PROVINCE
    days = DateRange(agency.first_day, agency.until)
    known = known_since(agency.first_day)
    return agency.identifier, agency.kind.value, agency.tier.value, is_invented, known, days


def _names(agency: Agency, book: Book) -> Iterator[Row]:
    ends: list[date | None] = [name.first_day for name in agency.names[1:]]
    for name, end in zip(agency.names, [*ends, agency.until], strict=True):
        said = MISSPELT if agency.identifier == HONG_GAI else name.full_name
        yield (
            book.keys[agency.identifier],
            said,
            sort_key(said),
            name.legal_basis,
            known_since(name.first_day),
            DateRange(name.first_day, end),
        )


def _correct_what_was_misspelt() -> None:
    right = MISSPELT.replace("Hòn", "Hồng")
    OrganizationName.objects.filter(full_name=MISSPELT, organization__identifier=HONG_GAI).update(
        full_name=right, sort_key=sort_key(right), recorded_at=CORRECTED
    )


def _jurisdictions(book: Book) -> Iterator[Row]:
    for agency in book.plan:
        if agency.place:
            unit = book.units[agency.until][agency.place]
            days = DateRange(agency.first_day, agency.until)
            yield book.keys[agency.identifier], unit, known_since(agency.first_day), days


def _subordinations(book: Book) -> Iterator[Row]:
    for agency in book.plan:
        if agency.parent:
            first = agency.under_since or agency.first_day
            days = DateRange(first, agency.until)
            child, parent = book.keys[agency.identifier], book.keys[agency.parent]
            yield child, parent, known_since(first), days


def _capacities(book: Book) -> Iterator[Row]:
    known, days = known_since(other_lines.PILOT), since(other_lines.PILOT)
    for hat in other_lines.hats(book.communes):
        own, superior = book.keys[hat.identifier], book.keys[hat.superior]
        basis = other_lines.PILOT_BASIS
        yield own, hat.line.value, hat.full_name, superior, basis, known, days


def _successions(book: Book) -> Iterable[Row]:
    for heir in book.heirs():
        old, new = book.keys[heir.old], book.keys[heir.new]
        unit = book.units[None][heir.place] if heir.place else None
        facts = heir.kind.value, heir.is_default, "", heir.legal_basis, known_since(heir.day)
        yield old, new, heir.day, unit, *facts
