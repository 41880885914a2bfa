"""How many people would each body have, and how many may it have?"""

from __future__ import annotations

from collections import defaultdict
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
    """Of the body itself, where it goes on."""
    after: Amount
    """With its portions of what ends or is given away."""

    @property
    def is_over(self) -> bool:
        assigned, actual = self.after
        return actual > assigned


def headcounts(plan: Plan) -> list[Headcount]:
    """Per body and kind of staff, by the latest year known up to the day of the plan."""
    picture = scene_of(plan).picture
    quotas = _quotas(plan, picture)
    coming = _coming(picture, quotas)
    found = [
        Headcount(body, kind, own.get(kind, NOTHING), amount)
        for body in picture.bodies
        for own in [quotas.get(picture.bodies[body].organization_id or 0, {})]
        for kind, amount in _after(picture, own, coming, body).items()
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


def _coming(picture: Picture, quotas: dict[int, Quotas]) -> dict[int, Quotas]:
    """Body to what its originals bring along."""
    found: defaultdict[int, Quotas] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    for original in picture.originals:
        for body in picture.heirs(original) if original in quotas else ():
            part = portion(picture, original, body)
            for kind, (assigned, actual) in quotas[original].items() if part else ():
                had = found[body][kind]
                found[body][kind] = (had[0] + part * assigned, had[1] + part * actual)
    return found


def _after(picture: Picture, own: Quotas, coming: dict[int, Quotas], body: int) -> Quotas:
    stays = {} if picture.bodies[body].is_founded else own
    more = coming.get(body, {})
    return {kind: _sum(stays.get(kind), more.get(kind)) for kind in {**stays, **more}}


def _sum(*amounts: Amount | None) -> Amount:
    there = [amount for amount in amounts if amount]
    return (
        sum((assigned for assigned, _actual in there), Decimal(0)),
        sum((actual for _assigned, actual in there), Decimal(0)),
    )


def _quotas(plan: Plan, picture: Picture) -> dict[int, Quotas]:
    """Organization to kinds of staff, of the latest year that is known."""
    named = {*picture.originals, *scene_of(plan).resulting}
    rows = Quota.objects.filter(organization__in=named, year__lte=plan.day.year).order_by("year")
    found: defaultdict[int, Quotas] = defaultdict(dict)
    for row in rows:
        actual = row.assigned if row.actual is None else row.actual
        found[row.organization_id][row.kind] = (Decimal(row.assigned), Decimal(actual))
    return dict(found)
