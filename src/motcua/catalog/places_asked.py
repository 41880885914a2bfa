"""Where did somebody ask for it? A place of today or of before, and the offices there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.organizations.models import Organization, OrganizationKind
from motcua.territory import addresses, mentions

MOST_SHOWN = 6
"""A former district has more communes than anybody reads; then one is asked to name one."""


@dataclass(frozen=True, slots=True)
class There:
    """A place of today, and who decides for it."""

    address: str
    office: Organization


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """What the question said of where."""

    place: str
    there: tuple[There, ...]
    is_too_many: bool


def asked(words: str, day: date) -> PlaceAsked | None:
    """The place that a question speaks of; None where it speaks of none."""
    mention = mentions.mentioned(words) if words else None
    if mention is None:
        return None
    found = addresses.candidates(mention.place, day)
    too_many = len(found) > MOST_SHOWN
    return PlaceAsked(mention.place, () if too_many else _offices(found, day), too_many)


def _offices(found: list[addresses.Candidate], day: date) -> tuple[There, ...]:
    units = {candidate.unit.pk: candidate.address for candidate in found}
    committees = Organization.objects.on(day).filter(kind=OrganizationKind.COMMUNE_COMMITTEE)
    offices = committees.in_charge_of(list(units)).with_names(day)
    places = offices.places(day)
    return tuple(There(units[places[each.pk]], each) for each in offices if each.pk in places)
