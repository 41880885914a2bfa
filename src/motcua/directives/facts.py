"""What does each verb write besides the state?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from motcua.directives import deadlines, exceptions, owners
from motcua.directives.workflow import State
from motcua.periods.clock import day_of
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.directives.models import Task
    from motcua.directives.owners import Owner


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    target: State | None = None
    """Where the move leads, if it may lead to several states."""


def of_nothing(_at: datetime) -> Facts:
    """A move that only changes the state."""
    return Facts()


def of_staying(task: Task, _at: datetime) -> Facts:
    """What is said or urged, and leads nowhere."""
    return Facts(target=State(task.state) if task.state != State.ACKNOWLEDGED else None)


def of_urging(task: Task, _at: datetime) -> Facts:
    return Facts(target=State(task.state))


def of_reassigning(task: Task, owner: Owner, at: datetime) -> Facts:
    """Another post has it from today; its days stay as they are."""
    if owner.post.pk == task.post_id and task.state != State.RETURNED:
        raise exceptions.SameOwner
    owners.refuse_closed(owner, day_of(at))
    columns = {
        "organization": owner.organization,
        "post": owner.post,
        "assigned_on": day_of(at),
        "asked_until": None,
    }
    return Facts(columns, {"from": task.post_id, "to": owner.post.pk})


def of_reporting_done(task: Task, at: datetime) -> Facts:
    """Whether it came in time is told by this moment, not by the day on which it is accepted."""
    late = deadlines.days_late(task.due_on, day_of(at))
    return Facts({"reported_at": at, "asked_until": None}, {"late": late})


def of_accepting(task: Task, result: str, at: datetime) -> Facts:
    """Done on the day of the report; what is done regularly goes on to its next day."""
    reported = day_of(task.reported_at or at)
    payload = {"due": task.due_on.isoformat(), "done": reported.isoformat()}
    if not task.is_regular:
        return Facts({"done_on": reported, "public_result": result}, payload)
    following = deadlines.next_review(
        task.due_on, task.review_months, day_of(at), working_calendar()
    )
    columns = {"due_on": following, "reported_at": None, "public_result": result}
    return Facts(columns, payload, State.IN_WORK)


def of_sending_back(_at: datetime) -> Facts:
    """The clock runs on from where it was: the first day has not moved."""
    return Facts({"reported_at": None})


def of_asking_extension(task: Task, until: date, at: datetime) -> Facts:
    asked = _later(task, until, at)
    return Facts({"asked_until": asked}, {"due": task.due_on.isoformat(), "until": str(asked)})


def of_granting_extension(task: Task, until: date, at: datetime) -> Facts:
    """The first deadline stays on record beside the new one."""
    granted = _later(task, until, at)
    columns = {"due_on": granted, "asked_until": None, "extensions": task.extensions + 1}
    return Facts(columns, {"due": task.due_on.isoformat(), "until": granted.isoformat()})


def of_refusing_extension(_at: datetime) -> Facts:
    return Facts({"asked_until": None})


def of_cancelling(_at: datetime) -> Facts:
    return Facts({"asked_until": None, "reported_at": None})


def _later(task: Task, until: date, at: datetime) -> date:
    """A working day after the deadline and not before today; raises DayPassed."""
    day = deadlines.working(until, working_calendar())
    if day <= task.due_on or day < day_of(at):
        raise exceptions.DayPassed
    return day
