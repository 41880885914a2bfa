"""What may everybody know of plans? What is settled, and what was carried out lately.

A draft, and what was reopened, canceled or undone, is nobody's business outside the offices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization.models import Body, Change, Party, Plan
from motcua.reorganization.workflow import State

MOST_PLANS = 5
MOST_NAMED = 12
"""So many organizations of one side of a change are named; a whole province is not."""


@dataclass(frozen=True, slots=True)
class Side:
    """An organization of a change as it is called there; ``identifier`` where it has a page."""

    name: str
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One change, with who was before and who is after."""

    kind: str
    before: list[Side]
    after: list[Side]
    more: int = 0
    """How many are not named."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A plan, and what of it concerns one organization."""

    plan: Plan
    is_coming: bool
    events: list[Event]


def about(organization: Organization, day: date | None = None) -> list[Announced]:
    """What is coming and what came lately to an organization, the next day first."""
    plans = list(_public(day or today()).filter(_concerning(organization))[:MOST_PLANS])
    if not plans:
        return []
    changes = _changes(organization, plans)
    return [Announced(plan, plan.is_scheduled, changes[plan.pk]) for plan in plans]


def _public(day: date) -> QuerySet[Plan]:
    shown_from = day - timedelta(days=settings.CHANGES_SHOWN_DAYS)
    lately = Q(state=State.CARRIED_OUT, day__gte=shown_from)
    found: QuerySet[Plan] = Plan.objects.filter(Q(state=State.SCHEDULED) | lately)
    return found.order_by("-state", "day", "pk")  # what is scheduled stands first


def _concerning(organization: Organization) -> Q:
    of_plan = Party.objects.filter(change__plan=OuterRef("pk"))
    return Q(Exists(of_plan.filter(_is(organization))))


def _is(organization: Organization) -> Q:
    return Q(organization=organization) | Q(body__organization=organization)


def _changes(organization: Organization, plans: list[Plan]) -> dict[int, list[Event]]:
    """The changes of each plan that the organization is in; four questions for all of them."""
    concerned = Party.objects.filter(_is(organization), change__plan__in=plans)
    parties: defaultdict[int, list[Party]] = defaultdict(list)
    changes = Change.objects.filter(pk__in=concerned.values("change")).order_by("position")
    here = Party.objects.filter(change__in=changes.order_by().values("pk"))
    for party in here.select_related("body").order_by("pk"):
        parties[party.change_id].append(party)
    named = _names(plans, [party for some in parties.values() for party in some])
    found: defaultdict[int, list[Event]] = defaultdict(list)
    day_of = {plan.pk: plan.day for plan in plans}
    for change in changes:
        event = _event(change, day_of[change.plan_id], parties[change.pk], named)
        found[change.plan_id].append(event)
    return found


Named = dict[tuple[int, date], Side]


def _names(plans: list[Plan], parties: list[Party]) -> Named:
    """What existing organizations are called on the eve of a plan, and on its day."""
    keys = {key for party in parties if (key := party.organization_id or _key(party))}
    days = {day for plan in plans for day in (plan.day - timedelta(days=1), plan.day)}
    return {
        (each.pk, day): Side(each.name_on(day), each.identifier)
        for each in Organization.objects.filter(pk__in=keys).prefetch_related("names")
        for day in days
    }


def _key(party: Party) -> int | None:
    return party.body.organization_id if party.body else None


def _event(change: Change, day: date, parties: list[Party], named: Named) -> Event:
    before = [
        named[party.organization_id, day - timedelta(days=1)]
        for party in parties
        if party.organization_id
    ]
    after = [_after(party.body, day, named) for party in parties if party.body]
    left = max(len(before) - MOST_NAMED, 0) + max(len(after) - MOST_NAMED, 0)
    kind = str(change.get_kind_display())
    return Event(kind, before[:MOST_NAMED], after[:MOST_NAMED], left)


def _after(body: Body, day: date, named: Named) -> Side:
    """As the plan calls it; what is not yet founded has no page."""
    known = named.get((body.organization_id or 0, day))
    if known is None:
        return Side(body.full_name)
    return Side(body.full_name or known.name, known.identifier)


def split(found: list[Announced]) -> Iterator[tuple[bool, list[Announced]]]:
    """What is coming, and what came; neither where it is empty."""
    for is_coming in (True, False):
        if some := [each for each in found if each.is_coming is is_coming]:
            yield is_coming, some
