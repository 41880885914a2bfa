"""What does each step of a dossier's life add to the books? One pure rule for all who count.

A life enters the books with its submission and counts as received with the receipt, when its clock
starts (domain.md §1.4). What was refused or taken back before that was never in process: it is told
apart and is no part of the identity of §4.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from motcua.catalog.models import Channel
from motcua.dossiers import workflow
from motcua.worktime.outcomes import Outcome, outcome

from .measures import Measure

BY_CHANNEL = {
    Channel.Kind.UNSPECIFIED: Measure.RECEIVED_DIRECT,
    Channel.Kind.DIRECT: Measure.RECEIVED_DIRECT,
    Channel.Kind.ONLINE: Measure.RECEIVED_ONLINE,
    Channel.Kind.POST: Measure.RECEIVED_POST,
}
BY_OUTCOME = {
    Outcome.EARLY: Measure.EARLY,
    Outcome.ON_TIME: Measure.ON_TIME,
    Outcome.LATE: Measure.LATE,
}


class Step(NamedTuple):
    """One event as the books read it; ``due`` is the moment that it promised, if it did."""

    verb: str
    at: datetime
    due: datetime | None = None


class Entry(NamedTuple):
    """Add ``n`` to a measure, at the moment to which it belongs."""

    measure: Measure
    at: datetime
    n: int = 1
    is_former: bool = False
    """Whether it belongs to the office that a transfer took the dossier from."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dossier stands in the books after some steps."""

    channel: int
    begun: bool = False
    received: bool = False
    waiting: bool = False
    resolved: bool = False
    due: datetime | None = None
    late_from: datetime | None = None
    """The moment from which its running clock is late; None while the clock stands."""


Posting = tuple[Standing, list[Entry]]


def entries(channel: int, steps: Iterable[Step]) -> Iterator[list[Entry]]:
    """What each step adds, step by step; nothing where the history does not begin at the start."""
    standing = Standing(channel)
    for step in steps:
        post = POSTINGS.get(step.verb)
        if post is None or not (standing.begun or post is _submit):
            yield []
            continue
        standing, posted = post(standing, step)
        yield posted


def _submit(standing: Standing, step: Step) -> Posting:
    return replace(standing, begun=True), [Entry(Measure.SUBMITTED, step.at)]


def _receive(standing: Standing, step: Step) -> Posting:
    running, promised = _run(replace(standing, received=True), step)
    channel = BY_CHANNEL[Channel.Kind(standing.channel)]
    return running, [Entry(channel, step.at), *promised]


def _refuse(standing: Standing, step: Step) -> Posting:
    return standing, [Entry(Measure.REFUSED, step.at)]


def _request_supplement(standing: Standing, step: Step) -> Posting:
    if not standing.received:
        return standing, []
    waits = replace(standing, waiting=True, late_from=None)
    return waits, [Entry(Measure.WAITING, step.at), *_halt(standing, step)]


def _supplement(standing: Standing, step: Step) -> Posting:
    if not standing.received:
        return standing, []
    running, promised = _run(replace(standing, waiting=False), step)
    return running, [Entry(Measure.WAITING, step.at, -1), *promised]


def _withdraw(standing: Standing, step: Step) -> Posting:
    if not standing.received:
        return standing, [Entry(Measure.WITHDRAWN_UNRECEIVED, step.at)]
    return standing, [Entry(Measure.WITHDRAWN, step.at), *_halt(standing, step)]


def _stop(standing: Standing, step: Step) -> Posting:
    if not standing.received:
        return standing, []
    return standing, [Entry(Measure.STOPPED, step.at), *_halt(standing, step)]


def _finish(standing: Standing, step: Step) -> Posting:
    """Counted against the promise that the law itself set: at receipt, or anew when papers came."""
    if standing.due is None:
        return standing, []
    measure = BY_OUTCOME[outcome(step.at, standing.due)]
    resolved = replace(standing, resolved=True)
    return resolved, [Entry(measure, step.at), *_halt(standing, step)]


def _transfer(standing: Standing, step: Step) -> Posting:
    """What is in process leaves the books of one office and enters those of another.

    What was done stays where it was done; a clock that was late is late at the other from now on.
    """
    if standing.resolved:
        return standing, []
    measure = Measure.MOVED if standing.received else Measure.MOVED_UNRECEIVED
    left = [Entry(measure, step.at, -1), *_halt(standing, step)]
    late_from = max(standing.late_from, step.at) if standing.late_from else None
    came = [Entry(measure, step.at), *_stand(standing, step, late_from)]
    former = [entry._replace(is_former=True) for entry in left]
    return replace(standing, late_from=late_from), [*former, *came]


def _stand(standing: Standing, step: Step, late_from: datetime | None) -> list[Entry]:
    """It waits, or its clock runs, from here on."""
    if standing.waiting:
        return [Entry(Measure.WAITING, step.at)]
    return [Entry(Measure.FELL_DUE, late_from)] if late_from else []


def _run(standing: Standing, step: Step) -> Posting:
    """The clock runs from here; one that resumes after its due moment is late at once."""
    due = step.due or standing.due
    if due is None:
        return standing, []
    late_from = max(due, step.at)
    running = replace(standing, due=due, late_from=late_from)
    return running, [Entry(Measure.FELL_DUE, late_from)]


def _halt(standing: Standing, step: Step) -> list[Entry]:
    """The clock, or the waiting, ends here: take back what has not fallen due."""
    if standing.waiting:
        return [Entry(Measure.WAITING, step.at, -1)]
    if standing.late_from is None:
        return []
    if step.at <= standing.late_from:
        return [Entry(Measure.FELL_DUE, standing.late_from, -1)]
    return [Entry(Measure.LATE_ENDED, step.at)]


POSTINGS: dict[str, Callable[[Standing, Step], Posting]] = {
    workflow.SUBMIT.verb: _submit,
    workflow.RECEIVE.verb: _receive,
    workflow.REFUSE.verb: _refuse,
    workflow.REQUEST_SUPPLEMENT.verb: _request_supplement,
    workflow.SUPPLEMENT.verb: _supplement,
    workflow.WITHDRAW.verb: _withdraw,
    workflow.STOP.verb: _stop,
    workflow.FINISH.verb: _finish,
    workflow.TRANSFER.verb: _transfer,
    workflow.TRANSFER_BACK.verb: _transfer,
}
"""Taking up and handing over change nothing that is counted."""
