"""Where is my office? From an address of today or of before to the office that decides there.

Nothing is remembered: what is typed stands in the address of the page, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from motcua.catalog import reception
from motcua.catalog.forms import communes
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.reception import Reception
from motcua.organizations.models import Organization
from motcua.territory import addresses
from motcua.territory.addresses import Candidate

from .models import OfficeTerms

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet
    from motcua.territory.models import Unit

ADDRESS = "dia-chi"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """What an address leads to."""

    typed: str
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    office: Reception | None
    here: frozenset[int]
    """The communes of this province, by key."""

    @property
    def near(self) -> list[Candidate]:
        """The places of this province; where there is none, all."""
        return [one for one in self.candidates if one.unit.pk in self.here] or [*self.candidates]

    @property
    def far(self) -> list[Candidate]:
        """Places of the same name elsewhere in the country."""
        return [one for one in self.candidates if one not in self.near]

    @property
    def is_elsewhere(self) -> bool:
        """Whether the chosen place lies in another province."""
        return self.chosen is not None and bool(self.here) and self.chosen.unit.pk not in self.here

    @property
    def is_lost(self) -> bool:
        """Whether something was typed in which no place was recognized."""
        return bool(self.typed) and not self.candidates

    @property
    def must_choose(self) -> bool:
        return len(self.candidates) > 1 and self.chosen is None


def find(version: ProcedureVersion, address: Mapping[str, str], day: date) -> Found:
    """The office for what was typed, else the one that the address names already.

    A fixed number of queries, none where neither is there.
    """
    typed = address.get(ADDRESS, "").replace("\x00", "").strip()[:LONGEST]
    here = frozenset(communes.ours(day).values_list("pk", flat=True)) if typed else frozenset()
    candidates = tuple(addresses.candidates(typed, day, first=here)) if typed else ()
    chosen = _chosen(candidates, address.get(reception.PLACE, ""))
    is_ours = chosen is not None and (not here or chosen.unit.pk in here)
    if chosen is None:
        named = reception.asked(version, address, day) if not typed else None
        office = reception.find(version, address, day).reception if named else None
    else:
        office = _office(version, chosen.unit, day) if is_ours else None
    return Found(typed, candidates, chosen, office, here)


def _chosen(candidates: tuple[Candidate, ...], code: str) -> Candidate | None:
    if len(candidates) == 1:
        return candidates[0]
    return next((one for one in candidates if one.unit.code == code), None)


def _office(version: ProcedureVersion, unit: Unit, day: date) -> Reception | None:
    organization = _deciding(version.offices_on(day), unit, day)
    return reception.of(version, organization, day, unit=unit) if organization else None


def own_terms(
    version: ProcedureVersion, organization: Organization, day: date
) -> OfficeTerms | None:
    """What is different for the procedure at an office; one query."""
    told: OfficeTerms | None = (
        OfficeTerms.objects.on(day)
        .filter(procedure=version.procedure_id, organization=organization)
        .first()
    )
    return told


def _deciding(offices: OrganizationQuerySet, unit: Unit, day: date) -> Organization | None:
    """The one of the place itself, else of what contains it, else the only one there is."""
    near = _named(offices.in_charge_of([unit]), day) or _named(offices.serving(unit), day)
    if near is not None:
        return near
    every = list(offices.with_names(day)[:2])
    return every[0] if len(every) == 1 else None


def _named(found: OrganizationQuerySet, day: date) -> Organization | None:
    first: Organization | None = found.with_names(day).order_by("identifier").first()
    return first
