"""Who manages staff afterwards? A right over an office that ends goes on over its heir."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from motcua.organizations.models import StaffingPost
from motcua.periods.models import since
from motcua.reorganization import ledger
from motcua.reorganization.seats import Heirs
from motcua.reorganization.structure import Order

Given = tuple[int, int, int]


def pass_on(order: Order, heirs: Heirs) -> None:
    """Rights over offices that end, and of posts that end, go on where their heirs lack them.

    One of a post without an heir ends: nobody is left who could use it.
    """
    of_ending = Q(organization__in=order.ending) | Q(post__organization__in=order.ending)
    rows = StaffingPost.objects.filter(of_ending)
    there = set(StaffingPost.objects.during(since(order.day)).values_list(*COLUMNS))
    come = {}
    lasting = rows.during(since(order.day)).select_related("post")
    for row in sorted(lasting, key=_end):  # of several the one that lasts longest
        given = _given_next(order, heirs, row)
        if given and given not in there:
            come[given] = _next(order, row, given)
    ledger.end(rows, order.day)
    ledger.begin(come.values())


def _end(row: StaffingPost) -> date:
    return row.valid_during.upper or date.max


COLUMNS = ("organization", "post", "right")


def _given_next(order: Order, heirs: Heirs, row: StaffingPost) -> Given | None:
    own, held = row.organization_id, row.post_id
    over = order.default_heir(own) if own in order.picture.ending else own
    post = heirs.get(held) if row.post.organization_id in order.picture.ending else held
    return (over, post, row.right) if over and post else None


def _next(order: Order, row: StaffingPost, given: Given) -> StaffingPost:
    organization, post, right = given
    days = since(max(order.day, row.valid_during.lower or order.day), row.valid_during.upper)
    return StaffingPost(organization_id=organization, post_id=post, right=right, valid_during=days)
