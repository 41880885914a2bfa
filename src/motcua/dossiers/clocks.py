"""When is a dossier due, as its history has it? The working calendar applied to our events."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from motcua.dossiers import exceptions, workflow
from motcua.periods.clock import day_of
from motcua.worktime.clock_events import ClockEvent, Policy, Tick, clock
from motcua.worktime.deadlines import DayStep, Due, due
from motcua.worktime.queries import working_calendar
from motcua.worktime.words import Reason

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier

TICKS = {
    workflow.RECEIVE.verb: Tick.RECEIVED,
    workflow.REQUEST_SUPPLEMENT.verb: Tick.SUPPLEMENT_REQUESTED,
    workflow.SUPPLEMENT.verb: Tick.SUPPLEMENTED,
}


LONGEST_STATED = timedelta(days=366)
"""A date that a clerk states further ahead than this is a slip of the hand."""


def started(dossier: Dossier, at: datetime, stated: datetime | None) -> Due:
    """The due date that begins at ``at``; ``stated`` only where the procedure gives no limit."""
    counted = due(at, dossier.limit, working_calendar())
    if counted is not None:
        return counted
    if stated is None:
        raise exceptions.DueDateMissing
    if stated <= at:
        raise exceptions.DueDateInThePast
    if day_of(stated) > day_of(at) + LONGEST_STATED:
        raise exceptions.DueDateTooFar
    if not working_calendar().is_working_day(day_of(stated)):
        raise exceptions.DueDateOnADayOff
    return _stated(stated)


def after_supplement(dossier: Dossier, at: datetime, policy: str) -> Due:
    """The due date once the papers are there: from zero, or without the time of waiting.

    A date that a clerk stated has no limit to count from zero; it moves by the working days of
    the waiting.
    """
    ticks = [*_ticks(dossier), ClockEvent(Tick.SUPPLEMENTED, at)]
    current = clock(ticks, dossier.limit, working_calendar(), Policy(policy)).current
    return current or _stated(_moved(dossier.due_current, ticks[-2].at, at))


def written(due: Due) -> dict[str, Any]:
    """The due date and its days, as the event keeps them: a later calendar changes nothing."""
    days = [[step.day.isoformat(), step.counted, step.why.value, step.name] for step in due.days]
    return {"at": due.at.isoformat(), "days": days, "is_official": due.is_official}


def read(kept: dict[str, Any]) -> Due:
    """What ``written`` kept."""
    days = tuple(
        DayStep(date.fromisoformat(day), counted, Reason(why), name)
        for day, counted, why, name in kept["days"]
    )
    return Due(datetime.fromisoformat(kept["at"]), days, kept["is_official"])


def explained(dossier: Dossier) -> Due | None:
    """The due date that holds now, with its days as they were counted then."""
    event = dossier.events.filter(payload__has_key="due").last()
    return read(event.payload["due"]) if event else None


def _stated(at: datetime) -> Due:
    return Due(at, (), working_calendar().is_official(day_of(at)))


def _moved(due_at: datetime | None, asked: datetime, answered: datetime) -> datetime:
    calendar, day = working_calendar(), day_of(due_at or answered)
    for _waited in range(calendar.working_days_between(day_of(asked), day_of(answered))):
        day = calendar.working_day_after(day)
    return calendar.closes_at(day)


def _ticks(dossier: Dossier) -> list[ClockEvent]:
    rows = dossier.events.filter(verb__in=TICKS).values_list("verb", "at")
    return [ClockEvent(TICKS[verb], at) for verb, at in rows]
