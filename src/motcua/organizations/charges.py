"""For which organizations does a post act: its own, and those that name it for a work?

Rooms keep which post tends their work for an organization on which day: a dated row with an
``organization`` and a ``post``, which may belong to another one, as the Văn phòng follows for the
committee. Whoever leads or decides in an organization acts for it without any row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motcua.organizations.models import Duty
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Post
    from motcua.periods.models import Dated


def of(acting: Acting, named: type[Dated]) -> frozenset[int]:
    """Keys of the organizations for which the post acts today: its own, those of ``named``."""
    post = acting.post
    if post is None:
        return frozenset()
    rows: Any = named.objects.on(today())
    own = {post.organization_id} if decides(post) else set()
    given = rows.filter(post=post).values_list("organization_id", flat=True)
    return frozenset(own | set(given))


def decides(post: Post) -> bool:
    """Whether its holder leads the organization or decides there."""
    return post.is_head or post.has_duty(Duty.DECIDE)
