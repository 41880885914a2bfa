"""What of a plan may somebody press? Carrying it out and undoing it, as their page showed it."""

from __future__ import annotations

from django.db import transaction

from motcua.organizations.acting import Acting
from motcua.reorganization import actions, carrying_out, exceptions, undoing
from motcua.reorganization.lines import work
from motcua.reorganization.models import Plan, PlanEvent

MOST = 5000
"""So many open dossiers move while somebody waits; the machine, every 5 minutes, takes more."""


@transaction.atomic
def carry_out(plan: Plan, *, by: Acting) -> PlanEvent:
    """Carry out the plan that was seen; raises TooLarge where nobody should wait for it."""
    fresh = _as_it_was_seen(plan)
    if not fresh.is_carried_out and sum(work.flows(fresh).values()) > MOST:
        raise exceptions.TooLarge
    return carrying_out.carry_out(fresh, by=by)


@transaction.atomic
def undo(plan: Plan, *, by: Acting, reason: str) -> PlanEvent:
    """Undo the plan that was seen."""
    return undoing.undo(_as_it_was_seen(plan), by=by, reason=reason)


def _as_it_was_seen(plan: Plan) -> Plan:
    """Nobody moves it until this transaction ends; raises TooLate where somebody did before."""
    actions.hold_planning()
    fresh: Plan = Plan.objects.get(pk=plan.pk)
    if fresh.revision != plan.revision:
        raise exceptions.TooLate
    return fresh
