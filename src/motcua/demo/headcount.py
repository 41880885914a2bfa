"""How many people does an organization of the demo employ? Invented, and always the same."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from motcua.organizations.models import Organization, OrganizationKind, Quota
from motcua.territory.tiers import Tier

YEARS = (2024, 2025, 2026)
CUT = 0.03
"""What is saved each year against the year before."""

Kind = OrganizationKind
CIVIL, PUBLIC = Quota.Kind.CIVIL_SERVANTS, Quota.Kind.PUBLIC_EMPLOYEES
USUAL = {
    Kind.PEOPLES_COMMITTEE: {CIVIL: (30, 40)},
    Kind.DEPARTMENT: {CIVIL: (45, 110), PUBLIC: (60, 400)},
    Kind.COMMUNE_COMMITTEE: {CIVIL: (48, 75), PUBLIC: (120, 420)},
    Kind.DISTRICT_COMMITTEE: {CIVIL: (85, 130), PUBLIC: (900, 2_400)},
    Kind.PUBLIC_SERVICE_UNIT: {PUBLIC: (150, 260)},
    Kind.PARTY_BODY: {CIVIL: (8, 20)},
    Kind.MERGED_BODY: {CIVIL: (6, 9)},
}
"""Least and most of each kind of headcount; others have none of their own here."""
FORMER_COMMUNE = {CIVIL: (18, 24)}
"""Of its committee, with those who worked for the Party and the Front there."""


@dataclass(frozen=True)
class Count:
    """One line of a year's decision."""

    year: int
    kind: Quota.Kind
    assigned: int
    actual: int


def of(organization: Organization) -> Iterator[Count]:
    """Every year in which the organization held at its beginning or since."""
    dice = random.Random(organization.identifier)  # noqa: S311  invents, hides nothing
    for kind, (least, most) in _usual(organization).items():
        assigned = dice.randint(least, most)
        for year in YEARS:
            if _held_in(organization, year):
                yield Count(year, kind, assigned, assigned - dice.randint(0, assigned // 12))
                assigned -= round(assigned * CUT)


def _usual(organization: Organization) -> dict[Quota.Kind, tuple[int, int]]:
    kind = Kind(organization.kind)
    if organization.last_day and organization.tier == Tier.COMMUNE:
        return FORMER_COMMUNE if kind == Kind.COMMUNE_COMMITTEE else {}
    return USUAL.get(kind, {})


def _held_in(organization: Organization, year: int) -> bool:
    first, last = organization.valid_during.lower, organization.last_day
    return (not first or first.year <= year) and (not last or year <= last.year)
