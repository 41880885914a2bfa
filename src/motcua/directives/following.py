"""Which post gives and follows for an organization's heir? The named one, where it names none.

Tasks that an organization gave before it ended are followed by whoever took over from it: the
issuer of a task is never rewritten, the register of organizations says who answers for it today.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from motcua.directives.models import FollowingPost
from motcua.organizations.models import Organization, Post
from motcua.organizations.passing_on import Duty, reaching

if TYPE_CHECKING:
    from django.db.models import QuerySet

FOLLOWING = Duty("directives_followingpost")
pass_on = FOLLOWING.pass_on
take_back = FOLLOWING.take_back


def held_at(
    organizations: Iterable[Organization | int], posts: Iterable[Post | int], day: date
) -> QuerySet[FollowingPost]:
    """Rows for these organizations, or that name one of these posts, on ``day`` or later."""
    found: QuerySet[FollowingPost] = reaching(
        FollowingPost.objects.all(), organizations, posts, day
    )
    return found
