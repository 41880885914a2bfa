"""How do editors' rights follow a post into the house that takes its work over?

The newsroom stays, and so do its corner and pictures; whoever holds the heir's post works there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from motcua.news.models import EditorialRole
from motcua.organizations.models import Post
from motcua.organizations.passing_on import Duty
from motcua.periods.models import since

if TYPE_CHECKING:
    from motcua.news.newsroom.queries import RoleQuerySet

ROLES = Duty(
    "news_editorialrole",
    anchors=(("newsroom_id", "r.newsroom_id"), ("role", "r.role")),
    copies=("decision",),
    of_each_post=True,
)
pass_on = ROLES.pass_on
take_back = ROLES.take_back


def held_at(posts: Iterable[Post | int], day: date) -> RoleQuerySet:
    """Roles that belong to one of these posts on ``day`` or later."""
    found: RoleQuerySet = EditorialRole.objects.filter(post__in=posts).during(since(day))
    return found
