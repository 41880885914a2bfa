"""What do the events do to the clock? Supplement policies as pure functions over a history."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from .calendars import WorkCalendar
from .deadlines import Due, Pause, due
from .limits import Limit
from .words import Reason


class Policy(StrEnum):
    """What an answered request for supplement does to the time limit."""

    RESTART = "restart"
    """Counted anew from the full dossier (NĐ 61/2018 Art 19.4); the rule unless special law
    says otherwise."""
    RESUME = "resume"
    """The time of waiting is taken out (the measuring rule of QĐ 766/QĐ-TTg)."""


class Tick(StrEnum):
    """What happened, as far as the clock is concerned."""

    RECEIVED = "received"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENTED = "supplemented"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """One event of a dossier that starts, stops or ends its clock."""

    tick: Tick
    at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the clock of a dossier stands after its events."""

    original: Due | None
    """As promised on the receipt."""
    current: Due | None
    """As it is now; the last promise while the clock waits for the citizen."""
    pauses: tuple[Pause, ...]
    """Every interval of waiting that was answered."""
    waiting_since: datetime | None
    requests: int
    """How often a supplement was requested (more than one counts as overdue in QĐ 766)."""
    ended_at: datetime | None

    @property
    def is_running(self) -> bool:
        return self.original is not None and not (self.waiting_since or self.ended_at)


def clock(
    events: Sequence[ClockEvent],
    limit: Limit,
    calendar: WorkCalendar,
    policy: Policy = Policy.RESTART,
) -> Clock:
    """The clock after ``events``, which come in the order in which they happened.

    Requests before receipt stop nothing, because nothing runs yet; they are counted all the same.
    """
    received = _first(events, Tick.RECEIVED)
    pauses, waiting_since = _waiting(events, received)
    original = due(received, limit, calendar) if received else None
    return Clock(
        original=original,
        current=_current(original, received, pauses, limit, calendar, policy),
        pauses=pauses,
        waiting_since=waiting_since,
        requests=sum(event.tick is Tick.SUPPLEMENT_REQUESTED for event in events),
        ended_at=_first(events, Tick.ENDED),
    )


def _current(  # noqa: PLR0913 (the whole question: what was promised, what happened, which rule)
    original: Due | None,
    received: datetime | None,
    pauses: tuple[Pause, ...],
    limit: Limit,
    calendar: WorkCalendar,
    policy: Policy,
) -> Due | None:
    if received is None or not pauses:
        return original
    if policy is Policy.RESUME:
        return due(received, limit, calendar, pauses)
    return _anew(due(pauses[-1].end, limit, calendar))


def _anew(begun: Due | None) -> Due | None:
    """The same date, whose explanation begins with the supplement and not with a receipt."""
    if begun is None or begun.days[0].why is not Reason.RECEIVED:
        return begun
    first = replace(begun.days[0], why=Reason.SUPPLEMENTED)
    return replace(begun, days=(first, *begun.days[1:]))


def _first(events: Sequence[ClockEvent], tick: Tick) -> datetime | None:
    return next((event.at for event in events if event.tick is tick), None)


def _waiting(
    events: Sequence[ClockEvent], received: datetime | None
) -> tuple[tuple[Pause, ...], datetime | None]:
    """The answered intervals of waiting since receipt, and the start of one still open."""
    pauses: list[Pause] = []
    since: datetime | None = None
    for event in events:
        if received is None or event.at < received:
            continue
        if event.tick is Tick.SUPPLEMENT_REQUESTED:
            since = since or event.at
        elif event.tick is Tick.SUPPLEMENTED and since:
            pauses.append(Pause(since, event.at))
            since = None
    return tuple(pauses), since
