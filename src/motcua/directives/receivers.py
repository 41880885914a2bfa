"""What follows from a move inside this room? The index knows it."""

from typing import Any

from django.dispatch import receiver

from motcua.directives import publication, workflow
from motcua.directives.models import Task, TaskEvent
from motcua.directives.signals import directive_moving
from motcua.search import actions as search

KEPT = frozenset({workflow.GIVE.verb, workflow.ACCEPT.verb})
"""Moves that change the words by which a task is found."""


@receiver(directive_moving, dispatch_uid="directives.keep_the_index")
def keep_the_index(sender: type[Task], task: Task, event: TaskEvent, **_: Any) -> None:
    """A public task is found as soon as it is given."""
    if event.verb in KEPT and task.is_public and task.conclusion.is_public:
        search.put_all(publication.KIND, [publication.findable(task)])
