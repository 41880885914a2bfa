"""By when does whoever takes over answer? An office's own terms for questions go to its heir."""

from __future__ import annotations

from motcua.periods.models import since
from motcua.questions.models import TermRule
from motcua.reorganization import ledger
from motcua.reorganization.structure import Order


def pass_on(order: Order) -> None:
    """Terms of an office that ends go on at its default heir, unless it has its own."""
    held = TermRule.objects.on(order.day).filter(organization__in=order.ending).order_by("pk")
    own = TermRule.objects.during(since(order.day)).filter(organization__in=order.resulting)
    taken = set(own.values_list("kind", "step", "organization"))
    come: dict[tuple[int, int, int], TermRule] = {}
    for rule in held:
        heir = order.default_heir(rule.organization_id or 0)
        if heir and (key := (rule.kind, rule.step, heir)) not in taken:
            come.setdefault(key, _next(order, rule, heir))
    ledger.end(TermRule.objects.filter(organization__in=order.ending), order.day)
    ledger.begin(come.values())


def _next(order: Order, rule: TermRule, heir: int) -> TermRule:
    return TermRule(
        kind=rule.kind,
        step=rule.step,
        organization_id=heir,
        value=rule.value,
        unit=rule.unit,
        by_time=rule.by_time,
        source=rule.source,
        valid_during=since(order.day, rule.valid_during.upper),
    )
