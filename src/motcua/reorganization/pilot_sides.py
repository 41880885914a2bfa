"""Which organizations stand on which side of the comparison, and what were they before?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from motcua.organizations.models import Organization
from motcua.reorganization import pilot_family
from motcua.reorganization.models import PilotOrganization, Side
from motcua.reorganization.pilot_windows import windows

if TYPE_CHECKING:
    from motcua.reorganization.models import Pilot

SIDES = (Side.CONCERNED, Side.COMPARISON)


@dataclass(frozen=True, slots=True)
class Offices:
    """One side: who stands on it on the day of the look, and what came before them."""

    now: tuple[Organization, ...]
    before: tuple[Organization, ...]
    """Those of ``now`` that existed, and the parents of those that did not."""
    heirs: frozenset[int] = frozenset()
    """Those of ``now`` that stand there for one that has ended."""

    @property
    def all(self) -> set[int]:
        """Every one of them, whose work counts in either window."""
        return {each.pk for each in (*self.now, *self.before)}

    @property
    def parents(self) -> list[Organization]:
        """Those that exist no more."""
        mine = {each.pk for each in self.now}
        return [each for each in self.before if each.pk not in mine]


def of(pilot: Pilot, as_of: date) -> dict[Side, Offices]:
    """Both sides of a pilot as of a day (four queries, some for heirs, one for each generation)."""
    members, followed = _members(pilot, as_of)
    everybody = set().union(*members.values())
    eve = pilot.started_on - timedelta(days=1)
    since = windows(pilot.started_on, as_of).before.first
    ended = pilot_family.parents(everybody, since, as_of)
    known = _named({*everybody, *ended}, as_of)
    return {side: _offices(members[side], followed, ended, known, eve) for side in SIDES}


def _members(pilot: Pilot, as_of: date) -> tuple[dict[Side, set[int]], frozenset[int]]:
    """Who stands on each side on a day, and which of them for one that has ended.

    An heir of both sides took the model over: it is nobody's comparison.
    """
    members_then = PilotOrganization.objects.on(as_of).filter(pilot=pilot)
    rows = members_then.values_list("organization", "side")
    heirs = pilot_family.heirs([pk for pk, _ in rows], as_of)
    sides = {side: {heirs.get(pk, pk) for pk, own in rows if own == side} for side in SIDES}
    sides[Side.COMPARISON] -= sides[Side.CONCERNED]
    return sides, frozenset(heirs.values())


def _offices(
    members: set[int],
    followed: frozenset[int],
    ended: dict[int, int],
    known: dict[int, Organization],
    eve: date,
) -> Offices:
    old = {pk for pk, heir in ended.items() if heir in members}
    then = [known[pk] for pk in members | old if known[pk].holds_on(eve)]
    now = _in_order(known[pk] for pk in members)
    return Offices(now, _in_order(then), followed & members)


def _named(numbers: set[int], day: date) -> dict[int, Organization]:
    found: Any = Organization.objects.with_names(day)
    return dict(found.in_bulk(numbers))


def _in_order(offices: Iterable[Organization]) -> tuple[Organization, ...]:
    return tuple(sorted(offices, key=lambda each: each.identifier))
