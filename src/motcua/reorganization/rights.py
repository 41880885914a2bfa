"""Whose right is it afterwards? One over an office or of a post that ends goes on at the heir's."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Model, Q

from motcua.catalog.models import CatalogPost
from motcua.organizations.models import StaffingPost
from motcua.periods.models import Dated, since
from motcua.reorganization import ledger
from motcua.reorganization.models import PlanningPost
from motcua.reorganization.seats import Heirs
from motcua.reorganization.structure import Order

RIGHTS: dict[type[Dated], tuple[str, ...]] = {
    StaffingPost: ("organization_id", "post_id", "right"),
    CatalogPost: ("post_id", "right"),
    PlanningPost: ("post_id",),
}
"""What is given to whom: rows that say the same are one right."""


def pass_on(order: Order, heirs: Heirs) -> None:
    """Rights over offices that end, and of posts that end, go on where their heirs lack them.

    One of a post without an heir ends: nobody is left who could use it.
    """
    for model, columns in RIGHTS.items():
        _pass_on(order, heirs, model, columns)


def _pass_on(order: Order, heirs: Heirs, model: type[Any], columns: tuple[str, ...]) -> None:
    rows = model.objects.filter(_of_ending(order, columns))
    there = set(model.objects.during(since(order.day)).values_list(*columns))
    come = {}
    lasting = rows.during(since(order.day)).select_related("post")
    for row in sorted(lasting, key=_end):  # of several the one that lasts longest
        given = _given_next(order, heirs, row, columns)
        if given and given not in there:
            come[given] = _next(order, row, dict(zip(columns, given, strict=True)))
    ledger.end(rows, order.day)
    ledger.begin(come.values())


def _of_ending(order: Order, columns: tuple[str, ...]) -> Q:
    held = Q(post__organization__in=order.ending)
    return held | Q(organization__in=order.ending) if "organization_id" in columns else held


def _end(row: Dated) -> date:
    return row.valid_during.upper or date.max


def _given_next(
    order: Order, heirs: Heirs, row: Any, columns: tuple[str, ...]
) -> tuple[int, ...] | None:
    """The same right as it is given on the day; None where nobody is left to have it."""
    given = {column: getattr(row, column) for column in columns}
    if given.get("organization_id") in order.picture.ending:
        given["organization_id"] = order.default_heir(given["organization_id"])
    if row.post.organization_id in order.picture.ending:
        given["post_id"] = heirs.get(row.post_id)
    return None if None in given.values() else tuple(given.values())


def _next(order: Order, row: Dated, given: dict[str, int]) -> Model:
    days = since(max(order.day, row.valid_during.lower or order.day), row.valid_during.upper)
    return type(row)(**given, valid_during=days)
