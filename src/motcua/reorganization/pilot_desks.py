"""On whose desk does a pilot lie? From posts to roles and conditions.

Whoever leads or decides in the organization that set it up, and the post that keeps its pilots
(``PilotKeeper``, dated), work with it; those who work in an organization that takes part may read.
What an organization set up that has ended is its default heir's.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from motcua.organizations import charges, successors
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization.pilot_workflow import Role

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.reorganization.models import Pilot

NOWHERE = Q(pk__in=())


def keeps(acting: Acting) -> frozenset[int]:
    """Keys of the organizations whose pilots the post keeps today."""
    return charges.of(acting, apps.get_model("reorganization", "PilotKeeper"))


def kept(acting: Acting) -> Q:
    """The condition on the pilots that the post keeps, those of ended organizations among them."""
    given = keeps(acting)
    ended = successors.inherited_by(given, today())
    return Q(organization__in=given) | Q(organization__in=ended) if given else NOWHERE


def before(acting: Acting) -> Q:
    """The condition under which a pilot exists for ``acting``."""
    post = acting.post
    if post is None:
        return NOWHERE
    if not (post.is_head or post.duties):
        return kept(acting)
    rows = apps.get_model("reorganization", "PilotOrganization").objects.on(today())
    mine = rows.filter(organization=post.organization_id, side="concerned")
    return kept(acting) | Q(pk__in=mine.values("pilot"), state__in=["running", "spread", "stopped"])


def roles_of(pilot: Pilot, by: Acting) -> frozenset[Role]:
    """As what ``by`` may act on a pilot."""
    if by.post is None or not _answer_for(pilot.organization_id, keeps(by)):
        return frozenset()
    is_own = _answer_for(pilot.organization_id, {by.post.organization_id})
    decides = charges.decides(by.post) and is_own
    return frozenset({Role.KEEPER, Role.DECIDER} if decides else {Role.KEEPER})


def _answer_for(organization: int, offices: Collection[int]) -> bool:
    """Whether one of ``offices`` is the organization, or its heir of today."""
    if organization in offices or not offices:
        return organization in offices
    ended = successors.inherited_by(offices, today())
    return Organization.objects.filter(pk=organization).filter(pk__in=ended).exists()
