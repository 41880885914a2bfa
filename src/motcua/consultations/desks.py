"""On whose desk does a consultation lie? From posts to roles and conditions.

Its organization owns it: who appraises there drafts, reads and answers; the head and who decides
stand for it. Everybody with a duty in the organization reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from motcua.consultations.workflow import Role
from motcua.organizations.models import Duty

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation
    from motcua.organizations.acting import Acting

NOWHERE = Q(pk__in=())


def before(acting: Acting, owner: str = "organization") -> Q:
    """The condition under which it exists for ``acting``; ``owner`` leads to the organization."""
    post = acting.post
    if post is None or not (post.is_head or post.duties):
        return NOWHERE
    return Q(**{owner: acting.organization})


def roles_at(acting: Acting) -> frozenset[Role]:
    """What the post may do with its office's consultations."""
    post = acting.post
    if post is None:
        return frozenset()
    roles: set[Role] = set()
    if post.is_head or post.has_duty(Duty.APPRAISE):
        roles.add(Role.DRAFTER)
    if post.is_head or post.has_duty(Duty.DECIDE):
        roles.add(Role.APPROVER)
    return frozenset(roles)


def roles_of(consultation: Consultation, by: Acting) -> frozenset[Role]:
    """As what ``by`` may act on this one; nobody acts on another office's."""
    if by.post is None or by.post.organization_id != consultation.organization_id:
        return frozenset()
    return roles_at(by)
