"""How does headcount follow the people? By the portions of the plan, and to the last place."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from motcua.organizations.models import Quota
from motcua.reorganization import ledger
from motcua.reorganization.structure import Order

Key = tuple[int, int, str]
"""Organization, year, kind."""


def pass_on(order: Order) -> None:
    """Quotas of the plan's year and later go to the heirs; the sum over all stays what it was."""
    rows = Quota.objects.filter(
        organization__in=list(order.picture.originals), year__gte=order.day.year
    )
    come: defaultdict[Key, list[tuple[int, int | None]]] = defaultdict(list)
    for row in rows:
        portions = portions_of(order, row.organization_id)
        if not portions:
            continue
        assigned = split(row.assigned, portions)
        actual = split(row.actual, portions) if row.actual is not None else {}
        for heir, places in assigned.items():
            if heir != row.organization_id:
                come[heir, row.year, row.kind].append((places, actual.get(heir)))
        ledger.change(
            Quota.objects.filter(pk=row.pk),
            assigned=assigned.get(row.organization_id, 0),
            actual=actual.get(row.organization_id, 0) if actual else None,
        )
    for key, parts in come.items():
        _add(order, key, parts)


def portions_of(order: Order, original: int) -> dict[int, Decimal]:
    """Which part of its people goes to whom; what is left stays, or goes to the default."""
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for share in order.picture.shares_of.get(original, ()):
        if share.portion is not None and (heir := order.organization_of(share.resulting_id)):
            found[heir] += share.portion
    rest = 1 - sum(found.values(), Decimal(0))
    stays = original if original not in order.picture.ending else order.default_heir(original)
    if rest and stays:
        found[stays] += rest
    return dict(found) if set(found) != {original} else {}


def split(whole: int, portions: dict[int, Decimal]) -> dict[int, int]:
    """Whole numbers that add up, by the largest remainders.

    >>> split(10, {1: Decimal("0.66"), 2: Decimal("0.34")})
    {1: 7, 2: 3}
    """
    exact = {heir: whole * portion for heir, portion in portions.items()}
    parts = {heir: int(part) for heir, part in exact.items()}
    left = whole - sum(parts.values())
    for heir in sorted(exact, key=lambda each: (parts[each] - exact[each], each))[:left]:
        parts[heir] += 1
    return parts


def _add(order: Order, key: Key, parts: list[tuple[int, int | None]]) -> None:
    organization, year, kind = key
    more = sum(assigned for assigned, _actual in parts)
    there = [actual for _assigned, actual in parts if actual is not None]
    own = Quota.objects.filter(organization=organization, year=year, kind=kind)
    if row := own.first():
        known = [*there, *([row.actual] if row.actual is not None else [])]
        ledger.change(own, assigned=row.assigned + more, actual=sum(known) if known else None)
        return
    ledger.begin(
        [
            Quota(
                organization_id=organization,
                year=year,
                kind=kind,
                assigned=more,
                actual=sum(there) if there else None,
                decision=order.plan.legal_basis[:200],
            )
        ]
    )
