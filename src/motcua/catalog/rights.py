"""What may a post do with the catalog today?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.catalog.models import CatalogPost
from motcua.catalog.workflow import Role
from motcua.organizations.models import Appointment
from motcua.periods import clock

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting


ROLES = {
    CatalogPost.Right.REVIEW.value: Role.REVIEWER,
    CatalogPost.Right.PUBLISH.value: Role.PUBLISHER,
    CatalogPost.Right.WRITE.value: Role.WRITER,
}


def roles_of(by: Acting | None) -> frozenset[Role]:
    """As what ``by`` may act on drafts; nobody without a post."""
    if by is None or by.post is None:
        return frozenset()
    given = CatalogPost.objects.on(clock.today()).filter(post=by.post)
    return frozenset(ROLES[right] for right in given.values_list("right", flat=True))


def may_write(by: Acting | None) -> bool:
    """Whether ``by`` writes drafts and their forms."""
    return Role.WRITER in roles_of(by)


def writes_in_some_post(person: Person) -> bool:
    """Whether ``person`` holds a post of today with which drafts are written, worn now or not."""
    given = CatalogPost.objects.on(clock.today()).filter(right=CatalogPost.Right.WRITE)
    held = Appointment.objects.on(clock.today()).of(person)
    return given.filter(post__in=held.values("post")).exists()
