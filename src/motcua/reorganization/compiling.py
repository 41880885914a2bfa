"""Which way does work go? Shares become routes; the narrowest that fits decides."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.reorganization.models import Plan, Route, Share
from motcua.reorganization.picture import Picture

AT_ONCE = 5000

DEFAULT, FUNCTION, PROCEDURE, LOCALITY = 10, 20, 30, 40
UNIT, FUNCTION_AND_UNIT, UNIT_AND_LOCALITY, PROCEDURE_AND_UNIT = 50, 60, 65, 70
"""Ranks: of several routes that fit, the highest decides."""


def compile_routes(plan: Plan, picture: Picture | None = None) -> int:
    """Write the routes of a plan anew; how many there are."""
    Route.objects.filter(plan=plan).delete()
    routes = list(routes_of(picture or Picture.of(plan)))
    return len(Route.objects.bulk_create(routes, batch_size=AT_ONCE))


def routes_of(picture: Picture) -> Iterator[Route]:
    for original in picture.originals:
        shares = picture.shares_of.get(original, [])
        for share in shares:
            yield from _of_share(picture.plan, share)
        if default := implied_default(picture, original):
            yield Route(plan=picture.plan, old_id=original, body_id=default, rank=DEFAULT)


def implied_default(picture: Picture, original: int) -> int | None:
    """Of an organization that ends with one heir, everything goes there without being said."""
    if original not in picture.ending:
        return None
    if any(share.is_default for share in picture.shares_of.get(original, ())):
        return None
    heirs = picture.heirs(original)
    return heirs[0] if len(heirs) == 1 else None


def _of_share(plan: Plan, share: Share) -> Iterator[Route]:
    about = {
        "plan": plan,
        "old_id": share.original_id,
        "body_id": share.resulting_id,
        "procedure_code": share.procedure_code,
        "function_id": share.function_id,
        "unit_id": share.unit_id,
    }
    if is_narrow(share) and not share.localities:
        yield Route(**about, rank=_rank(share))
    for locality, said in zip(share.localities, share.hamlets, strict=True):
        yield Route(**about, locality=locality, locality_said=said, rank=_rank(share))
    if share.is_default:
        everything = {"procedure_code": "", "function_id": None, "unit_id": None}
        yield Route(**(about | everything), rank=DEFAULT)


def is_narrow(share: Share) -> bool:
    """Whether it names a part of the work, and not only all or a portion of the people."""
    return bool(share.procedure_code or share.function_id or share.unit_id or share.localities)


def _rank(share: Share) -> int:
    if share.unit_id and share.procedure_code:
        return PROCEDURE_AND_UNIT
    if share.unit_id and share.localities:
        return UNIT_AND_LOCALITY
    if share.unit_id:
        return FUNCTION_AND_UNIT if share.function_id else UNIT
    if share.localities:
        return LOCALITY
    return PROCEDURE if share.procedure_code else FUNCTION
