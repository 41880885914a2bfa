"""Where is it handed in? An office of a procedure: its counter, address, telephone and hours.

The office stands in the address of the page (``?noi=H49.61``, and ``&xa=06673`` for the commune
whose counter is the nearest) and is carried from page to page, into the application; whoever reads
it asks whether it decides the procedure today.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from motcua.organizations.models import Contact, Organization
from motcua.territory.models import Unit

if TYPE_CHECKING:
    from motcua.worktime.limits import Limit

    from .models import ProcedureVersion

OFFICE, PLACE = "noi", "xa"
"""What the office and the commune are called in an address."""
LONGEST = 40


class Terms(Protocol):
    """What is so at one office for one procedure; what is empty is as elsewhere."""

    place: str
    phone: str
    hours: str
    note: str

    @property
    def limit(self) -> Limit | None:
        """Its own time limit, where it has one."""


OWN_TERMS: list[Callable[[ProcedureVersion, Organization, date], Terms | None]] = []
"""Who knows an office's own terms; upper rooms register in ``ready()``."""


@dataclass(frozen=True, slots=True)
class Reception:
    """Who decides, where one goes, and what is different there."""

    organization: Organization
    counter: Organization | None
    """The one-stop counter of the place, where there is one."""
    contact: Contact | None
    terms: Terms | None
    place_code: str = ""
    """The commune from which it was asked."""
    is_only: bool = False
    """Whether no other office decides it, so that nobody had to choose."""

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

    @property
    def query(self) -> str:
        """With it in the address, the next page knows the office; empty where nobody chose."""
        told = {OFFICE: self.organization.identifier, PLACE: self.place_code}
        return "" if self.is_only else urlencode({name: at for name, at in told.items() if at})


def asked(version: ProcedureVersion, address: Mapping[str, str], day: date) -> Organization | None:
    """The office that an address names, if it decides the procedure on ``day``."""
    identifier = _word(address, OFFICE)
    if not identifier:
        return None
    offices = version.offices_on(day).with_names(day)
    asked_for: Organization | None = offices.filter(identifier=identifier).first()
    return asked_for


@dataclass(frozen=True, slots=True)
class Found:
    """Whether any office decides it, and the reception of one where that is known."""

    is_any: bool
    reception: Reception | None = None


def find(version: ProcedureVersion, address: Mapping[str, str], day: date) -> Found:
    """The reception of the office that was asked for, else of the only one there is."""
    few = list(version.offices_on(day).with_names(day)[:2])
    if few and (organization := asked(version, address, day)):
        code = _word(address, PLACE)
        unit = _unit(code, day) if code else None
        return Found(is_any=True, reception=of(version, organization, day, unit=unit))
    return Found(bool(few), _only(version, few[0], day) if len(few) == 1 else None)


def _only(version: ProcedureVersion, organization: Organization, day: date) -> Reception:
    return replace(of(version, organization, day), is_only=True)


def of(
    version: ProcedureVersion, organization: Organization, day: date, *, unit: Unit | None = None
) -> Reception:
    """The reception of an office, for whoever lives in ``unit``; a fixed number of queries."""
    counter = _counter([unit] if unit else organization.units_on(day), day)
    own = [each.pk for each in (counter, organization) if each]
    contacts = {c.organization_id: c for c in Contact.objects.on(day).filter(organization__in=own)}
    contact = next((contacts[pk] for pk in own if pk in contacts), None)
    told = (tell(version, organization, day) for tell in OWN_TERMS)
    terms = next((one for one in told if one), None)
    return Reception(organization, counter, contact, terms, unit.code if unit else "")


def _counter(units: Any, day: date) -> Organization | None:
    """Where dossiers of these places are handed in."""
    counters = Organization.objects.on(day).counters().in_charge_of(units)
    first: Organization | None = counters.with_names(day).order_by("identifier").first()
    return first


def _unit(code: str, day: date) -> Unit | None:
    first: Unit | None = Unit.objects.on(day).communes().filter(code=code).first()
    return first


def _word(address: Mapping[str, str], name: str) -> str:
    return address.get(name, "")[:LONGEST].replace("\x00", "")
