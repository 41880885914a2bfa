"""What may a post do with the catalog today?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.catalog.models import CatalogPost
from motcua.catalog.workflow import Role
from motcua.periods import clock

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


ROLES = {
    CatalogPost.Right.REVIEW.value: Role.REVIEWER,
    CatalogPost.Right.PUBLISH.value: Role.PUBLISHER,
}


def roles_of(by: Acting | None) -> frozenset[Role]:
    """As what ``by`` may act on drafts; nobody without a post."""
    if by is None or by.post is None:
        return frozenset()
    given = CatalogPost.objects.on(clock.today()).filter(post=by.post)
    return frozenset(ROLES[right] for right in given.values_list("right", flat=True))
