"""Where does an applicant live, as far as the address tells? Work moves and arrives by it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from motcua.organizations import wrong_door
from motcua.organizations.models import Organization
from motcua.organizations.wrong_door import Arrival
from motcua.territory import addresses
from motcua.territory.models import Unit

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion

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


def arrival(
    version: ProcedureVersion, chosen: Organization, address: str, day: date
) -> Arrival | None:
    """Where an application to ``chosen`` arrives: there, or at its heir for where one lives."""
    if chosen.holds_on(day):
        return Arrival(chosen)
    procedure = version.procedure
    return wrong_door.arrive(
        chosen,
        day,
        function=procedure.sector.function or "",
        procedure_code=procedure.code,
        unit=home(address, chosen, day).unit,
    )
