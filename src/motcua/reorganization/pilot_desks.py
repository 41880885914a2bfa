"""On whose desk does a pilot lie? From posts to roles and conditions.

Whoever leads or decides in the organization that set it up, and the post that keeps its pilots
(``PilotKeeper``, dated), work with it; those who work in an organization that takes part may read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from motcua.organizations import charges
from motcua.periods.clock import today
from motcua.reorganization.pilot_workflow import Role

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.reorganization.models import Pilot

NOWHERE = Q(pk__in=())


def keeps(acting: Acting) -> frozenset[int]:
    """Keys of the organizations whose pilots the post keeps today."""
    return charges.of(acting, apps.get_model("reorganization", "PilotKeeper"))


def before(acting: Acting) -> Q:
    """The condition under which a pilot exists for ``acting``."""
    post = acting.post
    if post is None:
        return NOWHERE
    kept = Q(organization__in=keeps(acting))
    if not (post.is_head or post.duties):
        return kept
    rows = apps.get_model("reorganization", "PilotOrganization").objects.on(today())
    mine = rows.filter(organization=post.organization_id, side="concerned")
    return kept | Q(pk__in=mine.values("pilot"), state__in=["running", "spread", "stopped"])


def roles_of(pilot: Pilot, by: Acting) -> frozenset[Role]:
    """As what ``by`` may act on a pilot."""
    if by.post is None or pilot.organization_id not in keeps(by):
        return frozenset()
    is_own = by.post.organization_id == pilot.organization_id
    decides = is_own and charges.decides(by.post)
    return frozenset({Role.KEEPER, Role.DECIDER} if decides else {Role.KEEPER})
