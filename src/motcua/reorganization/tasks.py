"""What does the worker do for plans? It carries out those whose day has come."""

import structlog
from procrastinate.contrib.django import app

from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.reorganization import carrying_out, exceptions
from motcua.reorganization.models import Plan

log = structlog.get_logger("motcua.reorganization")


@app.periodic(cron="*/5 * * * *")  # midnight in Việt Nam is one of these moments
@app.task(
    name="reorganization.carry_out_what_is_due",
    queueing_lock="reorganization.carry_out_what_is_due",
    pass_context=False,
)
def carry_out_what_is_due(timestamp: int) -> int:
    """Carry out every settled plan of today or before; one that is refused waits for a human."""
    done = 0
    for plan in Plan.objects.due(today()):
        try:
            carrying_out.carry_out(plan, by=Acting.machine())
        except exceptions.MoveRefused as refusal:
            log.warning("plan_waits", plan=plan.number, why=str(refusal))
        else:
            done += 1
    return done
