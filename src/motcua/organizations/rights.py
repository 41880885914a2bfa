"""Over which organizations has a post a right today? Its own row, and all under it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from motcua.organizations.models import Organization, StaffingPost
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

Right = StaffingPost.Right


def houses(acting: Acting | None, right: Right) -> list[Organization]:
    """The organizations for which the post has the right; those under them belong to it."""
    if acting is None or acting.post is None:
        return []
    given = StaffingPost.objects.on(today()).filter(post=acting.post, right=right)
    rows: Any = given.select_related("organization").order_by("organization__identifier")
    return [row.organization for row in rows]


def is_over(houses: list[Organization], organization: Organization) -> bool:
    """Whether one of ``houses`` is ``organization`` or stands above it by identifier."""
    return any(organization.is_within(house) for house in houses)


def within(houses: Iterable[Organization], path: str = "") -> Q:
    """The condition that the organization at ``path`` (``post__organization__``) is theirs: one of
    ``houses`` or under one by whole groups of the identifier; of none where there is no house.
    """
    there = Q(pk__in=())
    for house in houses:
        own = house.identifier
        there |= Q(**{f"{path}identifier": own})
        there |= Q(**{f"{path}identifier__startswith": f"{own}."})
    return there
