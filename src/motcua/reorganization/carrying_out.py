"""How does a plan become the order that holds? In one transaction: all of it, or nothing.

Whatever stops it before its end leaves nothing behind, and whoever runs it again afterwards finds
it done. Readers see the old order until the new one is there; an officer who acts meanwhile is
either before it, and moved along, or too late and told so.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.organizations import profiles
from motcua.organizations.acting import Acting
from motcua.organizations.transferring import Decided
from motcua.periods.clock import today
from motcua.reorganization import (
    actions,
    assignments,
    checks,
    exceptions,
    ledger,
    leftovers,
    quotas,
    rehearsal,
    rights,
    routing,
    seats,
    structure,
    terms,
    work,
    workflow,
)
from motcua.reorganization.models import Plan, PlanEvent
from motcua.reorganization.picture import Picture
from motcua.reorganization.structure import Order
from motcua.reorganization.work import Counts, Progress


def in_silence(_what: str, _count: int) -> None:
    """For whoever does not watch."""


@transaction.atomic
def carry_out(plan: Plan, *, by: Acting, progress: Progress = in_silence) -> PlanEvent:
    """Carry a plan out, once: whoever calls again gets the event of the first time.

    Raises TooEarly before its day, PlanInvalid where the register has changed, StillBlocked where a
    blocking line of the rehearsal is open or work would be left behind.
    """
    actions.hold_planning()
    plan = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    if plan.is_carried_out:
        return plan.events.filter(verb=workflow.CARRY_OUT.verb).latest("pk")
    plan.refuse_unless_now(workflow.CARRY_OUT, by=by)
    _refuse_unless_ready(plan)
    counts = _change(Order(plan, Picture.of(plan)), progress)
    return plan.make(workflow.CARRY_OUT, by=by, payload={"moved": counts})


def _refuse_unless_ready(plan: Plan) -> None:
    if today() < plan.day:
        raise exceptions.TooEarly
    if found := checks.problems(plan):
        raise exceptions.PlanInvalid(found)
    if open_lines := rehearsal.open_blockers(plan):
        raise exceptions.StillBlocked(open_lines)


def _change(order: Order, progress: Progress) -> Counts:
    """What is new begins, work moves, what ends ends, and what came in meanwhile moves, too."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    ledger.open_notes()
    structure.found(order)
    structure.go_on(order)
    structure.succeed(order)
    heirs = seats.give(order)
    structure.pass_on(order)
    assignments.pass_on(order)
    terms.pass_on(order)
    quotas.pass_on(order)
    routing.prepare(order.plan, heirs)
    decided = decided_by(order.plan)
    counts = work.move(order, decided, progress)
    work.pass_on_duties(order, heirs)
    rights.pass_on(order, heirs)
    seats.leave(order, heirs)
    structure.close(order)
    late = work.move(order, decided, in_silence)
    ledger.keep_notes(order.plan)
    profiles.open_for_leaders()
    leftovers.refuse_what_is_left(order)
    return {name: count + late[name] for name, count in counts.items()}


def decided_by(plan: Plan) -> Decided:
    """What every event says of why."""
    return {
        "machine": Person.objects.machine(),
        "reason": plan.legal_basis,
        "note": {"plan": plan.pk, "number": plan.number},
        "at": timezone.now(),
    }
