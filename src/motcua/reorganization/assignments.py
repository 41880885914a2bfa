"""Who decides and receives a procedure under the new order, where one organization was named?"""

from __future__ import annotations

from motcua.catalog.models import Assignment
from motcua.periods.models import since
from motcua.reorganization import ledger
from motcua.reorganization.structure import Order, heir_of_function


def pass_on(order: Order) -> None:
    """Rules that name an original go on with its heir; those that name a kind go on anyway."""
    named = list(order.picture.originals)
    held = Assignment.objects.on(order.day).filter(organization__in=named)
    taken = set(
        Assignment.objects.on(order.day)
        .filter(organization__in=order.resulting)
        .values_list("procedure", "role", "organization")
    )
    gone, come = [], {}
    for rule in held.select_related("procedure__sector"):
        heir = _heir(order, rule)
        if heir is None:
            continue
        gone.append(rule.pk)
        key = (rule.procedure_id, rule.role, heir)
        if key not in taken:
            come[key] = _next(order, rule, heir)
    ledger.end(Assignment.objects.filter(pk__in=gone), order.day)
    ledger.begin(come.values())


def _heir(order: Order, rule: Assignment) -> int | None:
    """Who takes the procedure, narrowest first: by its code, by its function, by default."""
    original = rule.organization_id or 0
    for share in order.picture.shares_of.get(original, ()):
        is_whole = not share.unit_id and not share.localities
        if share.procedure_code == rule.procedure.code and is_whole:
            return order.organization_of(share.resulting_id)
    return heir_of_function(order, original, rule.procedure.sector.function_id)


def _next(order: Order, rule: Assignment, heir: int) -> Assignment:
    return Assignment(
        procedure_id=rule.procedure_id,
        role=rule.role,
        organization_id=heir,
        valid_during=since(order.day, rule.valid_during.upper),
    )
