"""With whom may a pilot be compared? With offices of its kind and tier and about as much to do."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization import pilot_sides
from motcua.reorganization.models import PilotOrganization, Side
from motcua.reorganization.pilot_workflow import State
from motcua.statistics import figures, spans
from motcua.statistics.spans import Span

if TYPE_CHECKING:
    from motcua.reorganization.models import Pilot

YEAR = 12
PROPOSED = 5
TIMES = 2.0
"""Similar is from half as much to twice as much."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An office to compare with, and how many dossiers it received in the year before the pilot."""

    office: Organization
    received: int
    is_similar: bool


def volume_window(pilot: Pilot) -> Span:
    """The twelve months before the pilot began."""
    first = pilot.started_on.replace(day=1)
    return Span(spans.later(first, -YEAR), YEAR)


def candidates(pilot: Pilot) -> list[Candidate]:
    """The most similar ones first (eight queries and one a generation of parents).

    Of the same kind and tier as those who take part or as their parents, open on its first day and
    now, so that a pilot may begin with a new tier; none that takes part in a pilot which runs.
    """
    own = pilot_sides.of(pilot, _day(pilot))[Side.CONCERNED]
    same = _same([*own.now, *own.before], pilot)
    offices = list(same.exclude(pk__in=own.all | _tried()))
    received = _received(pilot, {*own.all, *(each.pk for each in offices)})
    usual = sum(received.get(pk, 0) for pk in own.all) / max(1, len(own.now))
    found = [_candidate(each, received.get(each.pk, 0), usual) for each in offices]
    return sorted(found, key=lambda each: (_distance(each.received, usual), each.office.identifier))


def proposed(found: Collection[Candidate]) -> list[Candidate]:
    """Those that are offered ticked."""
    return [each for each in found if each.is_similar][:PROPOSED]


def _day(pilot: Pilot) -> date:
    """Today, or the first day of a pilot that is still to begin."""
    return max(pilot.started_on, today())


def _candidate(office: Organization, received: int, usual: float) -> Candidate:
    return Candidate(office, received, _distance(received, usual) <= math.log(TIMES))


def _tried() -> set[int]:
    rows = PilotOrganization.objects.on(today()).filter(side=Side.CONCERNED)
    return set(rows.filter(pilot__state=State.RUNNING).values_list("organization", flat=True))


def _same(members: Collection[Organization], pilot: Pilot) -> Any:
    found = Organization.objects.on(_day(pilot)).filter(
        kind__in={each.kind for each in members},
        tier__in={each.tier for each in members},
        pk__in=Organization.objects.on(pilot.started_on).values("pk"),
    )
    return found.with_names(today())


def _received(pilot: Pilot, offices: Collection[int]) -> dict[int, int]:
    window = volume_window(pilot)
    found = figures.by_office(window, window.ends, offices)
    return {office: each.received for office, each in found.items()}


def _distance(received: int, usual: float) -> float:
    """How many times more or less, on a scale on which twice and half are equally far."""
    return abs(math.log((received + 1) / (usual + 1)))
