"""When does the office work? Days off, make-up days and office hours as one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from motcua.periods.clock import VIETNAM

from .exceptions import NoOfficeHours

DAY = timedelta(days=1)
SATURDAY = 5


class DayKind(StrEnum):
    """How a special day differs from what its weekday says."""

    OFF = "off"
    """A weekday without work: a holiday, its compensation, a swapped day."""
    MAKEUP = "makeup"
    """A Saturday or Sunday with work, in exchange for a day off."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that the calendar names, for example Tết."""

    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of office hours on one day."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Hours:
    """The office hours that hold from ``first`` to the day before ``until``."""

    first: date
    until: date | None
    morning: tuple[time, time]
    afternoon: tuple[time, time]
    cut_off: time
    """After it, hand-over and same-day results move to the next working day (NĐ 61/2018 Art 18)."""
    eight_hours_are_a_day: bool = True
    """Whether a limit of 8 hours means one office day, however many hours the office keeps."""

    def hold_on(self, day: date) -> bool:
        return self.first <= day and (self.until is None or day < self.until)

    def sessions_on(self, day: date) -> tuple[Session, Session]:
        """Morning and afternoon of ``day`` as moments."""
        morning, afternoon = (
            Session(*(datetime.combine(day, edge, VIETNAM) for edge in edges))
            for edges in (self.morning, self.afternoon)
        )
        return morning, afternoon

    @property
    def length(self) -> timedelta:
        """How long the office is open on one day."""
        return sum((s.end - s.start for s in self.sessions_on(self.first)), timedelta())


@dataclass(frozen=True)
class WorkCalendar:
    """The working calendar: what due dates are counted on. Pure data, safe to share."""

    special_days: Mapping[date, SpecialDay]
    hours: tuple[Hours, ...]
    official_until: date | None = None
    """The last day of the last year that rests on an official decision."""
    soon_days: int = field(default=1)
    """A due date at most so many working days ahead is 'soon'."""

    def special(self, day: date) -> SpecialDay | None:
        return self.special_days.get(day)

    def is_working_day(self, day: date) -> bool:
        if special := self.special_days.get(day):
            return special.kind is DayKind.MAKEUP
        return day.weekday() < SATURDAY

    def is_official(self, day: date) -> bool:
        """Whether the year of ``day`` rests on an official decision and not on an estimate."""
        return self.official_until is not None and day <= self.official_until

    def hours_on(self, day: date) -> Hours:
        for hours in self.hours:
            if hours.hold_on(day):
                return hours
        raise NoOfficeHours

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """The stretches of work on ``day``; none on a day off."""
        return self.hours_on(day).sessions_on(day) if self.is_working_day(day) else ()

    def opens_at(self, day: date) -> datetime:
        return self.hours_on(day).sessions_on(day)[0].start

    def closes_at(self, day: date) -> datetime:
        return self.hours_on(day).sessions_on(day)[-1].end

    def working_days_between(self, after: date, until: date) -> int:
        """Working days later than ``after``, up to and including ``until``."""
        return sum(self.is_working_day(day) for day in days_after(after, until))

    def working_day_after(self, day: date) -> date:
        return next(later for later in days_after(day) if self.is_working_day(later))


def days_after(day: date, until: date | None = None) -> Iterator[date]:
    """The days after ``day``, one by one, to ``until`` or without end."""
    while until is None or day < until:
        day += DAY
        yield day
