"""On whose desk does a dossier lie? From the duties of a post to roles and conditions.

The counter has what is handed in there; the competent organization has what was received. Who
decides sees everything of the organization, because a second request for papers is theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from motcua.dossiers import separation
from motcua.dossiers.workflow import CLOCK_RUNS, OFFICERS, Role, State
from motcua.organizations.models import Duty

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.organizations.acting import Acting

ROLES = {Duty.RECEIVE: Role.CLERK, Duty.APPRAISE: Role.HANDLER, Duty.DECIDE: Role.APPROVER}
NOWHERE = Q(pk__in=())

TO_DO = {
    Duty.RECEIVE: frozenset({State.REGISTERED, State.FINISHED}),
    Duty.APPRAISE: CLOCK_RUNS,
    Duty.DECIDE: frozenset({State.IN_PROCESS}),
}
"""In which statuses a duty has something to do."""


def before(acting: Acting) -> Q:
    """The condition under which a dossier exists for ``acting``: here, and of nobody near."""
    desk = at(acting)
    return desk & ~separation.too_near(acting.person) if acting.post else desk


def at(acting: Acting) -> Q:
    """The condition under which it lies where ``acting`` works, whosever it is."""
    desk = NOWHERE
    for duty in _duties(acting):
        desk |= _place(acting, duty)
    return desk


def to_do(acting: Acting) -> Q:
    """The condition under which it waits for ``acting``, who has not met it in another duty."""
    desk = NOWHERE
    for duty in _duties(acting):
        here = _place(acting, duty) & Q(state__in=TO_DO[duty])
        desk |= here & ~_met_in_another_duty(acting, ROLES[duty])
    return desk


def roles_of(acting: Acting, dossier: Dossier) -> frozenset[Role]:
    """As what ``acting`` may act on one dossier, by duty and place."""
    return frozenset(ROLES[duty] for duty in _duties(acting) if _is_at(dossier, acting, duty))


def _met_in_another_duty(acting: Acting, role: Role) -> Q:
    """Whether the same human already acted on it otherwise, where the two are not allowed."""
    acts = apps.get_model("dossiers", "Event").objects.filter(
        dossier=OuterRef("pk"), person=acting.person
    )
    met = Q(pk__in=())
    for other in sorted(OFFICERS - {role}):
        allowed = Q(version__in=separation.versions_allowing(role, other))
        met |= Q(Exists(acts.filter(role=other))) & ~allowed
    return met


def _duties(acting: Acting) -> list[Duty]:
    return [duty for duty in Duty if acting.has_duty(duty)]


def _place(acting: Acting, duty: Duty) -> Q:
    if duty is Duty.RECEIVE:
        return Q(counter=acting.organization)
    if duty is Duty.APPRAISE:
        return Q(organization=acting.organization, received_at__isnull=False)
    return Q(organization=acting.organization)


def _is_at(dossier: Dossier, acting: Acting, duty: Duty) -> bool:
    """The same as ``_place`` for a dossier in hand; a test holds the two together."""
    here = acting.post.organization_id if acting.post else None
    if duty is Duty.RECEIVE:
        return dossier.counter_id == here
    is_ours = dossier.organization_id == here
    return is_ours and (dossier.was_received or duty is Duty.DECIDE)
