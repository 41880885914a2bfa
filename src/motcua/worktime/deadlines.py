"""When is it due, and why that day? A pure function of limit, calendar and waiting times."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from motcua.periods.clock import VIETNAM, day_of

from . import words
from .calendars import DayKind, WorkCalendar, days_after
from .limits import Limit, Unit
from .words import Reason

Light = Literal["ok", "soon", "late"]
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time of waiting for the citizen that does not count: requested at, answered at."""

    start: datetime
    end: datetime

    def covers(self, day: date) -> bool:
        """Whether ``day`` does not count.

        As with every term in days (BLDS 2015 Art 147.2) the day of the event itself is not part
        of what the event begins: waiting covers the day after the request to the day of the answer.
        """
        return day_of(self.start) < day <= day_of(self.end)


@dataclass(frozen=True, slots=True)
class DayStep:
    """One day of the explanation."""

    day: date
    counted: int | None
    """Which day (or month) of the limit this is; None where it does not count."""
    why: Reason
    name: str = ""
    spent: timedelta = timedelta()
    """Office time of this day that an hour limit used."""

    @property
    def reason(self) -> str:
        """Why it counts or not, in the language of the reader."""
        return words.reason(self.why, self.name)


@dataclass(frozen=True, slots=True)
class Due:
    """A due moment that can explain itself day by day."""

    at: datetime
    days: tuple[DayStep, ...]
    is_official: bool
    """False where the calendar of that year is still an estimate: warn, the day may change."""

    @property
    def day(self) -> date:
        return day_of(self.at)


def due(
    received: datetime, limit: Limit, calendar: WorkCalendar, pauses: Sequence[Pause] = ()
) -> Due | None:
    """When a dossier received at ``received`` is due; None without a machine-readable limit.

    The day of receipt is not counted (BLDS 2015 Art 147.2); an end on a day off moves to the
    end of the next working day (Art 148.5); a due day ends when the office closes. Days in
    ``pauses`` do not count.
    """
    if not limit.is_machine_readable or limit.unit is None:
        return None
    received = received.astimezone(VIETNAM)
    if limit.unit is Unit.HOUR:
        return _due_in_hours(received, limit.value or 0, calendar, pauses)
    count = {
        Unit.SAME_DAY: _same_day,
        Unit.WORKING_DAY: _working_days,
        Unit.DAY: _calendar_days,
        Unit.MONTH: _months,
    }[limit.unit]
    # A same-day result that waited for papers is due like one received with the last answer.
    steps = tuple(count(received, limit.value or 0, calendar, pauses))
    last = steps[-1].day
    return Due(calendar.closes_at(last), steps, calendar.is_official(last))


def standing(due_at: datetime, now: datetime, calendar: WorkCalendar) -> Light:
    """Whether there is time, little time, or none left ("late" only after the due moment)."""
    if now > due_at:
        return "late"
    left = calendar.working_days_between(day_of(now), day_of(due_at))
    return "soon" if left <= calendar.soon_days else "ok"


def standing_words(due_at: datetime, now: datetime, calendar: WorkCalendar) -> str:
    """The same in words: "Còn 2 ngày", "Hôm nay, 17:00", "Quá hạn 1 ngày" (working days)."""
    return words.standing(due_at, now, calendar)


# --- Counting, one unit each -------------------------------------------------------------


def _same_day(
    received: datetime, _value: int, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> Iterator[DayStep]:
    """NĐ 61/2018 Art 18: after 15:00 the result is due on the next working day."""
    if pauses:
        received = max(received, pauses[-1].end.astimezone(VIETNAM))
    day = received.date()
    cut_off = min(calendar.hours_on(day).cut_off, calendar.closes_at(day).time())
    if calendar.is_working_day(day) and received.time() <= cut_off:
        yield _working_step(day, 1, calendar)
        return
    if calendar.is_working_day(day):
        yield DayStep(day, None, Reason.RECEIVED_LATE, f"{cut_off:%H:%M}")
    else:
        yield _first_step(received, calendar)
    yield from _until_working(day, calendar, count=1)


def _working_days(
    received: datetime, value: int, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> Iterator[DayStep]:
    yield _first_step(received, calendar)
    counted = 0
    for day in days_after(received.date()):
        if any(pause.covers(day) for pause in pauses):
            yield DayStep(day, None, Reason.WAITING)
        elif not calendar.is_working_day(day):
            yield _off_step(day, calendar)
        else:
            counted += 1
            yield _working_step(day, counted, calendar)
        if counted == value:
            return


def _calendar_days(
    received: datetime, value: int, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> Iterator[DayStep]:
    yield _first_step(received, calendar)
    counted = 0
    for day in days_after(received.date()):
        if any(pause.covers(day) for pause in pauses):
            yield DayStep(day, None, Reason.WAITING)
            continue
        counted += 1
        yield DayStep(day, counted, Reason.CALENDAR)
        if counted == value:
            yield from _rolled(day, calendar)
            return


def _months(
    received: datetime, value: int, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> Iterator[DayStep]:
    """BLDS 2015 Art 148: to the day of the same number, or the last of a shorter month."""
    yield _first_step(received, calendar)
    last = received.date()
    for number in range(1, value + 1):
        last = _months_later(received.date(), number)
        yield DayStep(last, number, Reason.MONTH)
    for _waited in range(_days_waited(pauses)):
        last += timedelta(days=1)
        yield DayStep(last, None, Reason.WAITING)
    yield from _rolled(last, calendar)


def _due_in_hours(
    received: datetime, value: int, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> Due:
    left = _office_time(value, received.date(), calendar)
    steps: list[DayStep] = []
    day = received.date()
    while True:
        spent, at = _spend(left, received, calendar, day, pauses)
        steps.append(_hours_step(day, spent, calendar))
        left -= spent
        if not left:
            return Due(at, tuple(steps), calendar.is_official(day))
        day += timedelta(days=1)


def _office_time(hours: int, day: date, calendar: WorkCalendar) -> timedelta:
    """What an hour limit means in office time: whole eights may be office days."""
    keeps = calendar.hours_on(day)
    if not keeps.eight_hours_are_a_day:
        return hours * HOUR
    days, rest = divmod(hours, 8)
    return days * keeps.length + rest * HOUR


def _spend(
    left: timedelta,
    received: datetime,
    calendar: WorkCalendar,
    day: date,
    pauses: Sequence[Pause],
) -> tuple[timedelta, datetime]:
    """How much of ``left`` the office hours of ``day`` take, and the moment when it ran out."""
    spent, at = timedelta(), received
    for start, end in _stretches(received, calendar, day, pauses):
        take = min(left - spent, end - start)
        spent, at = spent + take, start + take
        if spent == left:
            break
    return spent, at


def _stretches(
    received: datetime, calendar: WorkCalendar, day: date, pauses: Sequence[Pause]
) -> list[tuple[datetime, datetime]]:
    """The office hours of ``day`` after receipt, without the times of waiting."""
    open_times = [(max(s.start, received), s.end) for s in calendar.sessions_on(day)]
    for pause in pauses:
        open_times = [
            piece
            for start, end in open_times
            for piece in ((start, min(end, pause.start)), (max(start, pause.end), end))
        ]
    return [(start, end) for start, end in open_times if start < end]


def _hours_step(day: date, spent: timedelta, calendar: WorkCalendar) -> DayStep:
    if not calendar.is_working_day(day):
        return _off_step(day, calendar)
    return DayStep(day, None, Reason.HOURS, f"{spent / HOUR:g}".replace(".", ","), spent)


# --- The words of one day -------------------------------------------------------------------


def _first_step(received: datetime, calendar: WorkCalendar) -> DayStep:
    sessions = calendar.sessions_on(received.date())
    is_open = bool(sessions) and sessions[0].start <= received <= sessions[-1].end
    return DayStep(received.date(), None, Reason.RECEIVED if is_open else Reason.RECEIVED_CLOSED)


def _working_step(day: date, counted: int, calendar: WorkCalendar) -> DayStep:
    if special := calendar.special(day):
        return DayStep(day, counted, Reason.MAKEUP, special.name)
    return DayStep(day, counted, Reason.WORKING)


def _off_step(day: date, calendar: WorkCalendar) -> DayStep:
    special = calendar.special(day)
    if special is None or special.kind is not DayKind.OFF:
        return DayStep(day, None, Reason.WEEKEND)
    why = Reason.OFF if calendar.is_official(day) else Reason.OFF_ESTIMATED
    return DayStep(day, None, why, special.name)


def _rolled(last: date, calendar: WorkCalendar) -> Iterator[DayStep]:
    """The days to which an end on a day off moves (BLDS 2015 Art 148.5)."""
    if not calendar.is_working_day(last):
        yield from _until_working(last, calendar, count=None)


def _until_working(day: date, calendar: WorkCalendar, count: int | None) -> Iterator[DayStep]:
    for later in days_after(day):
        if not calendar.is_working_day(later):
            yield _off_step(later, calendar)
            continue
        yield (
            _working_step(later, count, calendar) if count else DayStep(later, None, Reason.ROLLED)
        )
        return


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _days_waited(pauses: Sequence[Pause]) -> int:
    return sum((day_of(pause.end) - day_of(pause.start)).days for pause in pauses)
