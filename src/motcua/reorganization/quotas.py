"""How does headcount follow the people? By the portions of the plan, and to the last place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet

from motcua.organizations.models import Quota
from motcua.reorganization import ledger
from motcua.reorganization.structure import Order

Key = tuple[int, int, str]
"""Organization, year, kind."""
Counts = tuple[int, int | None]
"""Places assigned, and people there if that is known."""


def pass_on(order: Order) -> None:
    """Quotas of the plan's year and later go to the heirs; the sum over all stays what it was."""
    held = {_key(row): row for row in _rows(order)}
    changed: dict[Key, Counts] = {}
    come: defaultdict[Key, list[Counts]] = defaultdict(list)
    for key, row in held.items():
        portions = portions_of(order, row.organization_id)
        if not portions or row.organization_id not in order.picture.originals:
            continue
        parts = _parts(row, portions)
        changed[key] = parts.pop(row.organization_id, (0, None))
        for heir, part in parts.items():
            come[heir, row.year, row.kind].append(part)
    for key, more in come.items():
        own = changed.get(key) or (_counts(held[key]) if key in held else (0, None))
        changed[key] = _sum([own, *more])
    _write(order, held, changed)


def _rows(order: Order) -> QuerySet[Quota]:
    """What originals have, and those who may take over."""
    concerned = {*order.picture.originals, *order.resulting}
    return Quota.objects.filter(organization__in=concerned, year__gte=order.day.year)


def _key(row: Quota) -> Key:
    return row.organization_id, row.year, row.kind


def _counts(row: Quota) -> Counts:
    return row.assigned, row.actual


def _parts(row: Quota, portions: dict[int, Decimal]) -> dict[int, Counts]:
    assigned = split(row.assigned, portions)
    actual = split(row.actual, portions) if row.actual is not None else {}
    return {heir: (places, actual.get(heir)) for heir, places in assigned.items()}


def _sum(parts: Iterable[Counts]) -> Counts:
    """Who is unknown everywhere stays unknown."""
    assigned, actual = zip(*parts, strict=True)
    known = [count for count in actual if count is not None]
    return sum(assigned), sum(known) if known else None


def _write(order: Order, held: dict[Key, Quota], changed: dict[Key, Counts]) -> None:
    ledger.change_each(
        (held[key], {"assigned": assigned, "actual": actual})
        for key, (assigned, actual) in changed.items()
        if key in held
    )
    basis = order.plan.legal_basis[:200]
    ledger.begin(
        Quota(
            organization_id=organization,
            year=year,
            kind=kind,
            assigned=assigned,
            actual=actual,
            decision=basis,
        )
        for (organization, year, kind), (assigned, actual) in changed.items()
        if (organization, year, kind) not in held
    )


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
