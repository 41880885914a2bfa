"""Which tasks does the desk show, in which order, and where does the next page begin?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from motcua.directives import codes, owners, queues
from motcua.directives.models import Task
from motcua.directives.standing import Standing, standing
from motcua.organizations import heaps
from motcua.organizations.heaps import Queue
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.directives.queries import TaskQuerySet
    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer asked to see."""

    queue: Queue
    text: str = ""
    organization: str = ""
    """The identifier of the one that leads."""
    priority: int | None = None
    lateness: str = ""
    after: str = ""
    """The last row of the page before, as ``key_of`` wrote it."""

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.organization or self.priority or self.lateness)


@dataclass(frozen=True, slots=True)
class Row:
    """One task, how it stands, and who holds the post that has it."""

    task: Task
    standing: Standing
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of the desk."""

    rows: list[Row]
    following: str
    """Where the next page begins; empty on the last."""


def opened(asked: Asked, acting: Acting, day: date, calendar: WorkCalendar) -> Inbox:
    """A page of ``PAGE`` rows, found by key and not by counting."""
    tasks = list(_in_order(found(asked, acting, day, calendar), asked).for_lists()[: PAGE + 1])
    following = key_of(tasks[PAGE - 1], asked.queue) if len(tasks) > PAGE else ""
    return Inbox(rows(tasks[:PAGE], day, calendar), following)


def rows(tasks: Iterable[Task], day: date, calendar: WorkCalendar) -> list[Row]:
    """With the holders of today; one query for all of them."""
    shown = list(tasks)
    held = owners.holders((task.post_id for task in shown), day)
    return [
        Row(task, standing(task, day, calendar), ", ".join(held.get(task.post_id, ())))
        for task in shown
    ]


def bare(tasks: Iterable[Task], day: date, calendar: WorkCalendar) -> list[Row]:
    """The same without holders, for lists that do not name them."""
    return [Row(task, standing(task, day, calendar)) for task in tasks]


def found(asked: Asked, acting: Acting, day: date, calendar: WorkCalendar) -> TaskQuerySet:
    """Everything that fits, in no order."""
    tasks = Task.objects.handled_by(acting).filter(asked.queue.condition(acting))
    if asked.organization:
        tasks = tasks.filter(organization__identifier=asked.organization)
    if asked.priority is not None:
        tasks = tasks.filter(priority=asked.priority)
    if condition := queues.lateness(day, calendar).get(asked.lateness):
        tasks = tasks.filter(condition)
    return tasks.filter(says(asked.text))


def says(text: str) -> Q:
    """Every word somewhere in code or title, whatever the marks; or the code."""
    if code := codes.parsed(text):
        return Q(code=code) | Q(conclusion__code=code)
    return Q(*(Q(search_text__contains=word) for word in fold(text).split()))


def key_of(task: Task, queue: Queue) -> str:
    """What names a row's place for the next page."""
    return heaps.key_of(task.moved_at if queue.newest_first else task.due_on, task.pk)


def _in_order(tasks: TaskQuerySet, asked: Asked) -> TaskQuerySet:
    newest = asked.queue.newest_first
    column, mark = ("moved_at", "-") if newest else ("due_on", "")
    ordered = tasks.order_by(f"{mark}{column}", f"{mark}pk")
    return ordered.filter(heaps.beyond(asked.after, column, newest_first=newest))
