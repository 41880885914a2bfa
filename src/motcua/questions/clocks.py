"""When is a question due, as its history has it? The terms of the day on the working calendar."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from motcua.periods.clock import day_of
from motcua.questions import exceptions, workflow
from motcua.questions.models.term import Step
from motcua.questions.terms import Terms
from motcua.questions.workflow import State
from motcua.worktime.deadlines import Pause
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.questions.models import Question

STEP_OF = {
    **dict.fromkeys(workflow.UNSORTED, Step.SORT),
    **dict.fromkeys(workflow.IN_WORK, Step.ANSWER),
    State.APPROVED: Step.PUBLISH,
}
"""Which term runs in which state."""

STANDS = {"due_at": None, "escalates_at": None}
"""What is written where no clock runs: while waiting, and at the end."""


def begun(kind: int, organization: int, at: datetime) -> dict[str, Any]:
    """What is written when an office gets a question at ``at``."""
    calendar, terms = working_calendar(), Terms(kind, organization, at)
    due_at = terms.until(Step.SORT, at, calendar)
    return {
        "arrived_at": at,
        "due_at": due_at,
        "answer_due_at": terms.until(Step.ANSWER, at, calendar),
        "escalates_at": terms.until(Step.ESCALATE, due_at, calendar),
    }


def running(question: Question, state: State, at: datetime) -> dict[str, Any]:
    """What is written when a question goes into a state in which a clock runs."""
    calendar, terms = working_calendar(), _terms(question)
    pauses = _pauses(question, at)
    step, start = STEP_OF[state], at if state == State.APPROVED else question.arrived_at
    due_at = terms.until(step, start, calendar, pauses)
    return {
        "due_at": due_at,
        "answer_due_at": terms.until(Step.ANSWER, question.arrived_at, calendar, pauses),
        "escalates_at": terms.until(Step.ESCALATE, due_at, calendar),
    }


def looked_at(question: Question, at: datetime) -> dict[str, Any]:
    """What is written when an answer is found right: from when on, and when it is reviewed.

    A house that has not loaded the term of the review yet publishes all the same.
    """
    try:
        review = _terms_on(question, at).until(Step.REVIEW, at, working_calendar())
    except exceptions.TermMissing:
        return {"checked_at": at, "review_on": None}
    return {"checked_at": at, "review_on": day_of(review)}


def is_late(question: Question, step: Step, at: datetime) -> bool:
    """Whether a step made at ``at`` comes after its own term."""
    terms, pauses = _terms(question), _pauses(question, at)
    return at > terms.until(step, question.arrived_at, working_calendar(), pauses)


def allows_forwards(question: Question) -> int:
    """How often it may be forwarded before the head hears of it."""
    return _terms(question).times(Step.PING_PONG)


def _terms(question: Question) -> Terms:
    return _terms_on(question, question.arrived_at)


def _terms_on(question: Question, at: datetime) -> Terms:
    return Terms(question.kind, question.organization_id, at)


def _pauses(question: Question, at: datetime) -> list[Pause]:
    """The times of waiting for the asker since its office got it; one still open ends now."""
    asked_and_answered = {workflow.ASK_FOR_MORE.verb, workflow.SUPPLEMENT.verb}
    rows = question.events.filter(verb__in=asked_and_answered, at__gte=question.arrived_at)
    pauses: list[Pause] = []
    since: datetime | None = None
    for verb, moment in rows.values_list("verb", "at"):
        if verb == workflow.ASK_FOR_MORE.verb:
            since = moment
        elif since:
            pauses.append(Pause(since, moment))
            since = None
    return [*pauses, Pause(since, at)] if since else pauses
