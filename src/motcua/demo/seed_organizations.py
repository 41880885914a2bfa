"""The demo province's agencies: who exists, what each is called, who answers to whom."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.demo import apparatus
from motcua.demo.apparatus import Agency, Commune
from motcua.organizations.models import (
    Jurisdiction,
    Organization,
    OrganizationName,
    Subordination,
)
from motcua.periods.ledger import Ledger, Row
from motcua.search.folding import sort_key
from motcua.territory.models import Unit

PROVINCE_CODE = "22"

ORGANIZATIONS = Ledger(
    Organization,
    ("identifier", "kind", "tier", "is_demo", "valid_during"),
    known_by=1,
)
NAMES = Ledger(
    OrganizationName,
    ("organization_id", "full_name", "sort_key", "legal_basis", "valid_during"),
    known_by=1,
)
JURISDICTIONS = Ledger(Jurisdiction, ("organization_id", "unit_id", "valid_during"), known_by=2)
SUBORDINATIONS = Ledger(Subordination, ("child_id", "parent_id", "valid_during"), known_by=1)


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. The map must be loaded."""
    plan = list(apparatus.agencies(communes()))
    units = dict(Unit.objects.on(apparatus.CITY).values_list("code", "pk"))
    ORGANIZATIONS.put(_organization(agency) for agency in plan)
    stored = dict(Organization.objects.values_list("identifier", "pk"))
    NAMES.put(row for agency in plan for row in _names(agency, stored))
    JURISDICTIONS.put(
        (stored[agency.identifier], units[agency.place], DateRange(agency.first_day, None))
        for agency in plan
    )
    SUBORDINATIONS.put(_subordinations(plan, stored))


def communes() -> list[Commune]:
    """The 54 wards, communes and special zones."""
    day = apparatus.CITY
    province = Unit.objects.on(day).provinces().get(code=PROVINCE_CODE)
    units = Unit.objects.on(day).communes_of(province).with_names(day)
    return [Commune(unit.code, unit.name_on(day)) for unit in units]


def _organization(agency: Agency) -> Row:
    is_invented = agency.identifier != apparatus.PROVINCE
    days = DateRange(agency.first_day, None)
    return agency.identifier, agency.kind.value, agency.tier.value, is_invented, days


def _names(agency: Agency, stored: dict[str, int]) -> Iterator[Row]:
    ends: list[date | None] = [name.first_day for name in agency.names[1:]]
    for name, end in zip(agency.names, [*ends, None], strict=True):
        key = sort_key(name.full_name)
        days = DateRange(name.first_day, end)
        yield stored[agency.identifier], name.full_name, key, name.legal_basis, days


def _subordinations(plan: Iterable[Agency], stored: dict[str, int]) -> Iterator[Row]:
    for agency in plan:
        if agency.parent:
            days = DateRange(agency.first_day, None)
            yield stored[agency.identifier], stored[agency.parent], days
