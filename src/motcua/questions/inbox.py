"""Which questions does the inbox show, in which order, and where does the next page begin?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from motcua.dossiers.lights import Light
from motcua.organizations import heaps
from motcua.organizations.heaps import Queue
from motcua.questions import codes, lights, queues
from motcua.questions.models import Question
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.queries import QuestionQuerySet
    from motcua.worktime.calendars import WorkCalendar

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer asked to see."""

    queue: Queue
    text: str = ""
    category: str = ""
    kind: int | None = None
    lateness: str = ""
    after: str = ""
    """The last row of the page before, as ``key_of`` wrote it."""

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.category or self.kind or self.lateness)


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its light."""

    question: Question
    light: Light


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of the inbox."""

    rows: list[Row]
    following: str
    """Where the next page begins; empty on the last."""


def opened(asked: Asked, acting: Acting, now: datetime, calendar: WorkCalendar) -> Inbox:
    """A page of ``PAGE`` rows, found by key and not by counting (one query)."""
    found = _in_order(_found(asked, acting, now, calendar), asked)
    shown = found.select_related("category", "drafter").defer("contact", "text", "public_text")
    questions = list(shown[: PAGE + 1])
    following = key_of(questions[PAGE - 1], asked.queue) if len(questions) > PAGE else ""
    rows = [Row(each, lights.light_of(each, now, calendar)) for each in questions[:PAGE]]
    return Inbox(rows, following)


def key_of(question: Question, queue: Queue) -> str:
    """What names a row's place for the next page."""
    moment = question.moved_at if queue.newest_first or not question.due_at else question.due_at
    return heaps.key_of(moment, question.pk)


def _found(asked: Asked, acting: Acting, now: datetime, calendar: WorkCalendar) -> QuestionQuerySet:
    found = Question.objects.handled_by(acting).filter(asked.queue.condition(acting))
    if asked.category:
        found = found.filter(category__slug=asked.category)
    if asked.kind is not None:
        found = found.filter(kind=asked.kind)
    if condition := queues.lateness(now, calendar).get(asked.lateness):
        found = found.filter(condition)
    return found.filter(_says(asked.text))


def _says(text: str) -> Q:
    """Every word somewhere in code, title or asker, whatever the marks; or the code."""
    if code := codes.parsed(text):
        return Q(code=code)
    return Q(*(Q(search_text__contains=word) for word in fold(text).split()))


def _in_order(found: QuestionQuerySet, asked: Asked) -> QuestionQuerySet:
    newest = asked.queue.newest_first
    column, mark = ("moved_at", "-") if newest else ("due_at", "")
    ordered = found.order_by(f"{mark}{column}", f"{mark}pk")
    return ordered.filter(heaps.beyond(asked.after, column, newest_first=newest))
