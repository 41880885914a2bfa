"""Where is my office? From an address of today or of before to the office that decides there.

Nothing is remembered: what is typed stands in the address of the page, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from motcua.catalog.forms import communes
from motcua.catalog.models import ProcedureVersion
from motcua.organizations.models import Contact, Organization
from motcua.territory import addresses
from motcua.territory.addresses import Candidate

from .models import OfficeTerms

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet
    from motcua.territory.models import Unit

ADDRESS, PLACE = "dia-chi", "xa"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Office:
    """Who decides there, where one goes, and what is different there."""

    organization: Organization
    counter: Organization | None
    """The one-stop counter of the place, where there is one."""
    contact: Contact | None
    terms: OfficeTerms | None

    @property
    def place(self) -> str:
        own = self.terms.place if self.terms else ""
        return own or (self.contact.address if self.contact else "")

    @property
    def phone(self) -> str:
        own = self.terms.phone if self.terms else ""
        return own or (self.contact.phone if self.contact else "")

    @property
    def hours(self) -> str:
        own = self.terms.hours if self.terms else ""
        return own or (self.contact.hours if self.contact else "")


@dataclass(frozen=True, slots=True)
class Found:
    """What an address leads to."""

    typed: str
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    office: Office | None
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
    """The office for what was typed; a fixed number of queries, none where nothing was."""
    typed = address.get(ADDRESS, "").replace("\x00", "").strip()[:LONGEST]
    here = frozenset(communes.ours(day).values_list("pk", flat=True)) if typed else frozenset()
    candidates = tuple(addresses.candidates(typed, day, first=here)) if typed else ()
    chosen = _chosen(candidates, address.get(PLACE, ""))
    is_ours = chosen is not None and (not here or chosen.unit.pk in here)
    office = _office(version, chosen.unit, day) if chosen and is_ours else None
    return Found(typed, candidates, chosen, office, here)


def _chosen(candidates: tuple[Candidate, ...], code: str) -> Candidate | None:
    if len(candidates) == 1:
        return candidates[0]
    return next((one for one in candidates if one.unit.code == code), None)


def _office(version: ProcedureVersion, unit: Unit, day: date) -> Office | None:
    offices = version.offices_on(day)
    organization = _deciding(offices, unit, day)
    if organization is None:
        return None
    counter = _named(Organization.objects.on(day).counters().in_charge_of([unit]), day)
    own = [each.pk for each in (counter, organization) if each]
    contacts = {c.organization_id: c for c in Contact.objects.on(day).filter(organization__in=own)}
    terms = OfficeTerms.objects.on(day).filter(
        procedure=version.procedure_id, organization=organization
    )
    contact = next((contacts[pk] for pk in own if pk in contacts), None)
    return Office(organization, counter, contact, terms.first())


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
