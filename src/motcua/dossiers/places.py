"""Where does an applicant live, as far as the address tells? A reorganization moves work by it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from motcua.territory import addresses
from motcua.territory.models import Unit

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

LONGEST = 100
"""Of what stands below the commune, the end is the nearest to it."""


class Home(NamedTuple):
    """A commune and what lies below it: ``to 5 khu 2``."""

    unit: Unit | None
    locality: str


def home(address: str, office: Organization, day: date) -> Home:
    """The one commune that the address names, with the help of the office that was chosen.

    Where it names none, people live where a commune's office serves; where it names several, in
    that one of them which the office serves, or nobody knows.
    """
    named = addresses.placed(address, day)
    known = Unit.objects.communes().filter(pk__in=named.units) if named.units else None
    if len(named.units) != 1 and office.tier == office.Tier.COMMUNE:
        served = office.units_on(day).communes()
        known = served.filter(pk__in=named.units) if named.units else served
    found = list(known[:2]) if known is not None else []
    return Home(found[0] if len(found) == 1 else None, named.locality[-LONGEST:].lstrip())
