"""What does an organization's page say of it on a day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from motcua.organizations import history, leaders, successors
from motcua.organizations.apparatus import Apparatus, Body
from motcua.organizations.models import (
    Capacity,
    Competence,
    Contact,
    Function,
    Organization,
    Quota,
    Seal,
)
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.history import History
    from motcua.organizations.leaders import Leadership

UNITS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """One system in which a merged body acts: under which name, superior and seal."""

    capacity: Capacity
    seal: Seal | None


@dataclass(frozen=True, slots=True)
class Told:
    """Everything on the page, read once."""

    organization: Organization
    day: date
    name: str
    body: Body | None
    """Its place in the apparatus; None on days on which it does not exist."""
    leadership: Leadership
    history: History
    functions: list[Function]
    units: list[str]
    contact: Contact | None
    voices: list[Voice]
    seals: list[Seal]
    quotas: list[Quota]
    heirs: list[Organization]
    """Of an ended one: who answers today for what it answered for, however many steps later."""

    @property
    def parent(self) -> Body | None:
        return self.body.parent if self.body else None

    @property
    def units_shown(self) -> list[str]:
        return self.units[:UNITS_SHOWN]

    @property
    def units_more(self) -> int:
        return max(len(self.units) - UNITS_SHOWN, 0)


def told(organization: Organization, day: date) -> Told:
    """A fixed number of queries, whatever the organization."""
    now = today()
    seals = list(Seal.objects.on(day).filter(organization=organization).order_by("line"))
    return Told(
        organization=organization,
        day=day,
        name=organization.name_on(day),
        body=Apparatus.of(day, around=organization.pk).bodies.get(organization.pk),
        leadership=leaders.of(organization, day),
        history=history.of(organization),
        functions=functions_of(organization, day) if organization.holds_on(day) else [],
        units=_units(organization, day),
        contact=Contact.objects.on(day).filter(organization=organization).first(),
        voices=_voices(organization, day, seals),
        seals=seals,
        quotas=_quotas(organization, day),
        heirs=[] if organization.holds_on(now) else successors.heirs(organization, now),
    )


def functions_of(organization: Organization, day: date) -> list[Function]:
    """What it is competent for, itself or as one of its kind."""
    own = Q(organization=organization) | Q(organization_kind=organization.kind)
    granted = Competence.objects.on(day).filter(own)
    return list(Function.objects.filter(pk__in=granted.values("function")).order_by("name"))


def _units(organization: Organization, day: date) -> list[str]:
    units = organization.units_on(day).with_names(day).order_by("code")
    return [unit.name_then for unit in units]


def _voices(organization: Organization, day: date, seals: list[Seal]) -> list[Voice]:
    by_line = {seal.line: seal for seal in seals}
    named = Organization.objects.with_names(day)
    found = Capacity.objects.on(day).filter(organization=organization).order_by("line")
    spoken = found.prefetch_related(Prefetch("superior", named))
    return [Voice(each, by_line.get(each.line)) for each in spoken]


def _quotas(organization: Organization, day: date) -> list[Quota]:
    """Of the latest year that had begun, on record."""
    known = list(
        Quota.objects.filter(organization=organization, year__lte=day.year).order_by(
            "-year", "kind"
        )
    )
    return [each for each in known if each.year == known[0].year]
