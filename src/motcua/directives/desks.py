"""On whose desk does a task lie? From posts to roles and conditions.

An office gives through its head, whoever decides there, and the post that follows for it
(``FollowingPost``, dated; it may belong to another office, as the Văn phòng follows for the
committee). A task is owned by a post, because its holders come and go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from motcua.directives.workflow import AT_WORK, Role, State
from motcua.organizations import charges, successors
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.directives.models import Task
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Post

NOWHERE = Q(pk__in=())


def follows(acting: Acting) -> frozenset[int]:
    """Keys of the organizations for which the post gives tasks today."""
    return charges.of(acting, apps.get_model("directives", "FollowingPost"))


def follows_up(acting: Acting) -> Q:
    """The condition on what these organizations gave, or one that has passed to them.

    Who gave a task is never rewritten; the register says who answers for it today.
    """
    given = follows(acting)
    return Q(issuer__in=given) | Q(issuer__in=successors.inherited_by(given, today()))


def before(acting: Acting) -> Q:
    """The condition under which a task exists for ``acting``."""
    if acting.post is None:
        return NOWHERE
    given = follows_up(acting)
    if not has_work(acting.post):
        return given
    own = acting.post.organization_id
    helped = apps.get_model("directives", "Support").objects.filter(organization=own)
    return given | Q(issuer=own) | Q(organization=own) | Q(pk__in=helped.values("task"))


def conclusions_before(acting: Acting) -> Q:
    """The condition under which a conclusion exists for ``acting``."""
    if acting.post is None:
        return NOWHERE
    named = follows(acting)
    passed = successors.inherited_by(named, today())
    given = Q(organization__in=named) | Q(organization__in=passed)
    if not has_work(acting.post):
        return given
    tasks = apps.get_model("directives", "Task").objects.filter(before(acting))
    own = Q(organization=acting.post.organization_id)
    return given | own | Q(pk__in=tasks.values("conclusion"))


def to_do(acting: Acting) -> Q:
    """The condition under which it waits for ``acting``."""
    post = acting.post
    if post is None:
        return NOWHERE
    own, desk = post.organization_id, NOWHERE
    desk |= follows_up(acting) & Q(state__in={State.RETURNED, State.REPORTED})
    if charges.decides(post):
        ours = Q(issuer=own) | Q(issuer__in=successors.inherited_by([own], today()))
        desk |= ours & Q(state=State.EXTENSION_ASKED)
    theirs = Q(organization=own) if post.is_head else Q(post=post)
    desk |= theirs & Q(state__in=AT_WORK | {State.GIVEN})
    if post.duties:
        desk |= Q(organization=own, state__in=AT_WORK)
    return desk


def roles_of(task: Task, by: Acting) -> frozenset[Role]:
    """As what ``by`` may act on a task."""
    if by.post is None:
        return frozenset()
    return frozenset(_giving(task, by)) | frozenset(_doing(task, by.post))


def has_work(post: Post) -> bool:
    return bool(post.is_head or post.duties)


def _giving(task: Task, by: Acting) -> set[Role]:
    issuer = giver_now(task)
    roles = {Role.GIVER} if issuer in follows(by) else set()
    if by.post and by.post.organization_id == issuer and charges.decides(by.post):
        roles.add(Role.DECIDER)
    return roles


def giver_now(task: Task) -> int | None:
    """Who gave it, or the default heir of who did; nobody where nobody is known."""
    if task.issuer.holds_on(today()):
        return task.issuer_id
    heir = successors.successor_for(task.issuer, today())
    return heir.pk if heir else None


def _doing(task: Task, post: Post) -> set[Role]:
    leads = post.organization_id == task.organization_id
    if post.pk == task.post_id or (leads and post.is_head):
        return {Role.OWNER}
    if not has_work(post):
        return set()
    if leads:
        return {Role.DOER}
    helps = {each.organization_id for each in task.supports.all()}
    return {Role.SUPPORTER} if post.organization_id in helps else set()
