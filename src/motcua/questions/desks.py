"""On whose desk does a question lie? From posts to roles and conditions.

The office's answering post owns it (``AnsweringPost``, dated); where none is named, its head and
those who receive do. Who was assigned drafts, who decides approves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.organizations import successors
from motcua.organizations.models import Appointment, Duty
from motcua.periods.clock import today
from motcua.questions.workflow import UNSORTED, Role, State

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization, Post
    from motcua.questions.models import AnsweringPost, Question

NOWHERE = Q(pk__in=())


def before(acting: Acting) -> Q:
    """The condition under which a question exists for ``acting``."""
    if acting.post is None or not _has_work_here(acting.post):
        return NOWHERE
    ours = Q(organization=acting.organization) | inherited(acting.post.organization_id)
    return ours & (Q(asker__isnull=True) | ~Q(asker=acting.person))


def inherited(organization: int) -> Q:
    """Published answers of offices that ended, whose default heir sees that they stay true.

    They keep the office that gave them; who rewrites one makes it their own.
    """
    ended = successors.inherited_by([organization], today())
    return Q(published_at__isnull=False, state=State.ANSWERED, organization__in=ended)


def to_do(acting: Acting) -> Q:
    """The condition under which it waits for ``acting``."""
    roles, desk = roles_at(acting), NOWHERE
    if Role.CLERK in roles:
        desk |= Q(state__in=UNSORTED | {State.APPROVED})
        desk |= Q(state=State.ASSIGNED) & ~Q(Exists(_drafters_posts()))
    if Role.APPROVER in roles:
        desk |= Q(state=State.DRAFTED)
    return desk | Q(state=State.ASSIGNED, drafter=acting.person)


def _drafters_posts() -> QuerySet[Appointment]:
    """Appointments of today by which who drafts belongs to the office; none after a change."""
    held: QuerySet[Appointment] = Appointment.objects.on(today())
    return held.filter(person=OuterRef("drafter"), post__organization=OuterRef("organization"))


def roles_of(question: Question, by: Acting) -> frozenset[Role]:
    """As what ``by`` may act on a question; the asker is asked for first."""
    if by.person.is_machine:
        return frozenset() if question.asker_id else frozenset({Role.ASKER})
    if by.person.pk == question.asker_id:
        return frozenset() if by.post else frozenset({Role.ASKER})
    if by.post is None or not _is_theirs(question, by.post.organization_id):
        return frozenset()
    is_drafter = question.drafter_id == by.person.pk
    return roles_at(by) | (frozenset({Role.DRAFTER}) if is_drafter else frozenset())


def roles_at(acting: Acting) -> frozenset[Role]:
    """What the post may do with its office's questions, whoever drafts them."""
    post = acting.post
    if post is None:
        return frozenset()
    roles: set[Role] = {Role.CLERK, Role.PUBLISHER} if _answers(post) else set()
    if post.is_head or post.has_duty(Duty.DECIDE):
        roles.add(Role.APPROVER)
    return frozenset(roles)


def answering_post(organization: Organization | int) -> AnsweringPost | None:
    """The duty post that the organization names for today."""
    named: AnsweringPost | None = (
        apps.get_model("questions", "AnsweringPost")
        .objects.on(today())
        .filter(organization=organization)
        .first()
    )
    return named


def _is_theirs(question: Question, organization: int) -> bool:
    if question.organization_id == organization:
        return True
    here = type(question).objects.filter(inherited(organization), pk=question.pk)
    return question.is_public and question.is_answered and here.exists()


def _answers(post: Post) -> bool:
    named = answering_post(post.organization_id)
    if named is not None:
        return named.post_id == post.pk
    return post.is_head or post.has_duty(Duty.RECEIVE)


def _has_work_here(post: Post) -> bool:
    return bool(post.is_head or post.duties) or _answers(post)
