"""Who is told of a move or of a deadline? Whoever holds the post whose turn it is, on that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from motcua.accounts.models import Person
from motcua.directives import desks, workflow
from motcua.directives.models import FollowingPost, Reminder
from motcua.organizations.models import Appointment, Post
from motcua.periods.clock import day_of, today

if TYPE_CHECKING:
    from motcua.directives.models import Task, TaskEvent

TO_GIVER = frozenset({workflow.RETURN.verb, workflow.REPORT_DONE.verb})
TO_DECIDER = frozenset({workflow.ASK_EXTENSION.verb})
TO_OWNER = frozenset(
    {
        workflow.GIVE.verb,
        workflow.REASSIGN.verb,
        workflow.URGE.verb,
        workflow.SEND_BACK.verb,
        workflow.ACCEPT.verb,
        workflow.GRANT_EXTENSION.verb,
        workflow.REFUSE_EXTENSION.verb,
        workflow.CANCEL.verb,
    }
)
TOLD = TO_GIVER | TO_DECIDER | TO_OWNER
"""The moves that somebody elsewhere waits for; progress is read at the desk."""


def of_event(task: Task, event: TaskEvent) -> list[Person]:
    """Those with an e-mail address whose turn it is after the move; never who made it."""
    day = day_of(event.at)
    told = _holders(_posts(task, event.verb, day), day)
    return [person for person in told if person.pk != event.person_id]


def of_reminder(task: Task, reminder: Reminder) -> list[Person]:
    """The owner; of what is late also the owner's head and who follows for the giver."""
    day, posts = today(), {task.post_id}
    if reminder.kind == Reminder.Kind.LATE:
        posts |= _heads(task.organization_id, day) | _givers(task, day)
    return _holders(posts, day)


def _posts(task: Task, verb: str, day: date) -> set[int]:
    if verb in TO_GIVER:
        return _givers(task, day)
    if verb in TO_DECIDER:
        return _heads(desks.giver_now(task), day) | _givers(task, day)
    if verb not in TO_OWNER:
        return set()
    along = task.supports.values_list("post", flat=True) if verb == workflow.GIVE.verb else ()
    return {task.post_id, *along}


def _givers(task: Task, day: date) -> set[int]:
    """Who follows for the giver; its head where nobody is named."""
    giver = desks.giver_now(task)
    named = FollowingPost.objects.on(day).filter(organization=giver)
    return set(named.values_list("post", flat=True)) or _heads(giver, day)


def _heads(organization: int | None, day: date) -> set[int]:
    heads = Post.objects.on(day).filter(organization=organization, is_head=True)
    return set(heads.values_list("pk", flat=True))


def _holders(posts: Iterable[int], day: date) -> list[Person]:
    held = Appointment.objects.on(day).filter(post__in=set(posts))
    return list(Person.objects.filter(pk__in=held.values("person")).exclude(email=""))
