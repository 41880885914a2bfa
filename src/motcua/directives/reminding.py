"""Who has to be reminded today, and was not yet? Safe to ask twice."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from motcua.directives import deadlines
from motcua.directives.models import Reminder, Task
from motcua.directives.signals import directive_reminding
from motcua.periods.clock import day_of
from motcua.worktime.queries import working_calendar


def remind() -> int:
    """Note a reminder for each deadline that is near or has passed; how many there were."""
    return sum(_remind(task, kind) for task, kind in list(_due()))


def _due() -> Iterator[tuple[Task, str]]:
    today = day_of(timezone.now())
    soon = deadlines.soon_until(today, working_calendar())
    yield from ((task, Reminder.Kind.LATE) for task in Task.objects.red(today))
    yield from ((task, Reminder.Kind.SOON) for task in Task.objects.soon(today, soon))


@transaction.atomic
def _remind(task: Task, kind: str) -> int:
    """The row decides between two workers; what follows stands in the same transaction."""
    reminder, is_new = Reminder.objects.get_or_create(task=task, kind=kind, due_on=task.due_on)
    if is_new:
        directive_reminding.send(Task, task=task, reminder=reminder)
    return int(is_new)
