"""What does the worker do for plans? It carries out those whose day has come."""

import structlog
from django.db.models import Q
from procrastinate.contrib.django import app

from motcua.organizations import finding
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization import actions, carrying_out, exceptions, flagging
from motcua.reorganization.models import Body, Moved, Party, Plan

log = structlog.get_logger("motcua.reorganization")


@app.periodic(cron="*/5 * * * *")  # midnight in Việt Nam is one of these moments
@app.task(
    name="reorganization.carry_out_what_is_due",
    queueing_lock="reorganization.carry_out_what_is_due",
    pass_context=False,
)
def carry_out_what_is_due(timestamp: int) -> int:
    """Carry out every settled plan of today or before; one that is refused waits for a human."""
    return sum(_carried_out(plan) for plan in Plan.objects.due(today()))


def _carried_out(plan: Plan) -> bool:
    try:
        carrying_out.carry_out(plan, by=Acting.machine())
    except exceptions.MoveRefused as refusal:
        log.warning("plan_waits", plan=plan.number, why=str(refusal))
        actions.put_off(plan, refusal, by=Acting.machine())
        return False
    return True


@app.task(name="reorganization.flag_texts")
def flag_texts(plan_id: int) -> None:
    """Let owners of articles and answers know that these name what ended."""
    flagging.flag(plan_id)


@app.task(name="reorganization.let_organizations_be_found")
def let_organizations_be_found(plan_id: int) -> None:
    """Let the site's search know the organizations of a plan by what they are now."""
    parties = Party.objects.filter(change__plan=plan_id).values("organization")
    bodies = Body.objects.filter(plan=plan_id).values("organization")
    moved = Moved.objects.filter(plan=plan_id, relation=Organization._meta.db_table)
    named = Q(pk__in=parties) | Q(pk__in=bodies) | Q(pk__in=moved.values("row_id"))
    finding.put_in_index(Organization.objects.filter(named).values_list("pk", flat=True))
