"""How many people would each body have, and how many may it have?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.organizations.models import Quota
from motcua.reorganization.models import Plan
from motcua.reorganization.picture import Picture
from motcua.reorganization.scene import scene_of

Amount = tuple[Decimal, Decimal]
"""As assigned, and as it is."""
Quotas = dict[str, Amount]
"""By kind of staff."""


@dataclass(frozen=True, slots=True)
class Headcount:
    """One kind of staff of one body: what it had, and what it would have."""

    body: int
    kind: str
    before: Amount
    """Of the body itself where it goes on; of a new one, of all whose people it takes."""
    after: Amount
    """With its portions of what ends or is given away, without what it gives away itself."""

    @property
    def is_over(self) -> bool:
        assigned, actual = self.after
        return actual > assigned


def headcounts(plan: Plan) -> list[Headcount]:
    """Per body and kind of staff, by the latest year known up to the day of the plan."""
    picture = scene_of(plan).picture
    quotas = _quotas(plan, picture)
    gifts = list(_gifts(picture, quotas))
    before, after = _before(picture, quotas, gifts), _after(picture, quotas, gifts)
    found = [
        Headcount(body, kind, before[body].get(kind, NOTHING), amount)
        for body in picture.bodies
        for kind, amount in after.get(body, {}).items()
    ]
    return sorted(found, key=lambda each: (not each.is_over, each.body, each.kind))


NOTHING: Amount = (Decimal(0), Decimal(0))


def portion(picture: Picture, original: int, body: int) -> Decimal:
    """Which part of the people of an original goes to a body: as said, or all to the only heir."""
    said = [share for share in picture.shares_of.get(original, ()) if share.portion is not None]
    if said:
        return sum((s.portion or Decimal(0) for s in said if s.resulting_id == body), Decimal(0))
    if original not in picture.ending:
        return Decimal(0)
    heirs = picture.heirs(original)
    default = [s.resulting_id for s in picture.shares_of.get(original, ()) if s.is_default]
    takes_all = (default or heirs)[0] if default or len(heirs) == 1 else None
    return Decimal(takes_all == body)


@dataclass(frozen=True, slots=True)
class _Gift:
    """The part of an original's people that goes to another body."""

    original: int
    body: int
    part: Decimal


def _gifts(picture: Picture, quotas: dict[int, Quotas]) -> Iterator[_Gift]:
    for original in picture.originals:
        for body in picture.heirs(original) if original in quotas else ():
            part = portion(picture, original, body)
            if part and not picture.is_same(original, body):
                yield _Gift(original, body, part)


def _before(picture: Picture, quotas: dict[int, Quotas], gifts: list[_Gift]) -> dict[int, Quotas]:
    """What each body was: itself, or all together of whom it takes people."""
    parts: defaultdict[int, list[Quotas]] = defaultdict(list)
    for body in picture.bodies.values():
        own = 0 if body.is_founded else body.organization_id or 0
        parts[body.pk].append(quotas.get(own, {}))
    for gift in gifts:
        if picture.bodies[gift.body].is_founded:
            parts[gift.body].append(quotas[gift.original])
    return {body: _together(those) for body, those in parts.items()}


def _after(picture: Picture, quotas: dict[int, Quotas], gifts: list[_Gift]) -> dict[int, Quotas]:
    given: defaultdict[int, Decimal] = defaultdict(Decimal)
    parts: defaultdict[int, list[Quotas]] = defaultdict(list)
    for gift in gifts:
        given[gift.original] += gift.part
        parts[gift.body].append(_times(gift.part, quotas[gift.original]))
    for body in picture.bodies.values():
        own = body.organization_id or 0
        if not body.is_founded and own in quotas:
            parts[body.pk].append(_times(1 - given[own], quotas[own]))
    return {body: _together(those) for body, those in parts.items()}


def _times(part: Decimal, quotas: Quotas) -> Quotas:
    return {kind: (part * both[0], part * both[1]) for kind, both in quotas.items()}


def _together(all_of_them: Sequence[Quotas]) -> Quotas:
    found: Quotas = {}
    for quotas in all_of_them:
        for kind, (assigned, actual) in quotas.items():
            had = found.get(kind, NOTHING)
            found[kind] = (had[0] + assigned, had[1] + actual)
    return found


def _quotas(plan: Plan, picture: Picture) -> dict[int, Quotas]:
    """Organization to kinds of staff, of the latest year that is known."""
    named = {*picture.originals, *scene_of(plan).resulting}
    rows = Quota.objects.filter(organization__in=named, year__lte=plan.day.year).order_by("year")
    found: defaultdict[int, Quotas] = defaultdict(dict)
    for row in rows:
        actual = row.assigned if row.actual is None else row.actual
        found[row.organization_id][row.kind] = (Decimal(row.assigned), Decimal(actual))
    return dict(found)
