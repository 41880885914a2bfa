"""What does everybody read of a question? Its public words, who answered, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.periods.clock import day_of
from motcua.questions import staleness, workflow
from motcua.questions.queries import offices_by_name
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.questions.models import Question, QuestionEvent
    from motcua.worktime.calendars import WorkCalendar


@dataclass(frozen=True, slots=True)
class Line:
    """A published question in a list."""

    question: Question
    took: str
    """How long the answer took, in words."""
    is_stale: bool = False
    """Whether what it stands on changed since it was found right."""


def lines(questions: Iterable[Question]) -> list[Line]:
    """The lines of a list; offices, working calendar and what is stale are asked for once."""
    shown, calendar = list(questions), working_calendar()
    prefetch_related_objects(shown, offices_by_name())
    stale = staleness.among(shown)
    return [Line(one, _took(one, calendar), one.pk in stale) for one in shown]


def took(question: Question) -> str:
    """How long the answer took, in working days."""
    return _took(question, working_calendar())


def answering_event(question: Question) -> QuestionEvent | None:
    """The approval, which says in which post of which office the answer was agreed on."""
    approvals = question.events.filter(verb=workflow.APPROVE.verb).with_hands()
    return approvals.order_by("-pk").first()


def _took(question: Question, calendar: WorkCalendar) -> str:
    if question.answered_at is None:
        return ""
    asked, answered = day_of(question.asked_at), day_of(question.answered_at)
    days = calendar.working_days_between(asked, answered)
    if days < 1:
        return _("trả lời trong ngày")
    said = ngettext("trả lời sau %(n)s ngày làm việc", "trả lời sau %(n)s ngày làm việc", days)
    return said % {"n": days}
