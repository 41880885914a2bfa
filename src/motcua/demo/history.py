"""What may have happened to an invented dossier? A life at the counter, without a database.

Moments lie in office hours and due dates come from the working calendar, so that nothing here says
what the portal itself would not have said.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from motcua.periods.clock import VIETNAM
from motcua.worktime.calendars import WorkCalendar
from motcua.worktime.deadlines import Due, due
from motcua.worktime.limits import Limit, Unit

OPENS, LAST = time(7, 45), time(16, 30)
SEASONS = {1: 0.8, 2: 0.6, 3: 1.1, 6: 1.1, 8: 1.3, 9: 1.4, 12: 1.1}
"""How busy a month is: quiet around Tết, busy before school begins."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """One move, and the due date that it set, if it did."""

    verb: str
    at: datetime
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Temper:
    """How an office works: of a hundred dossiers, how many are late, incomplete and so on."""

    late: int = 3
    incomplete: int = 9
    refused: int = 3
    lying: int = 2


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells lives under one calendar, up to ``now``."""

    calendar: WorkCalendar
    now: datetime
    dice: random.Random

    def life(
        self, submitted: datetime, limit: Limit, temper: Temper, *, until: str = ""
    ) -> list[Made]:
        """What happened so far; with ``until``, nothing after that move."""
        made = list(takewhile(lambda one: one.at <= self.now, self._life(submitted, limit, temper)))
        last = next((n for n, one in enumerate(made) if one.verb == until), len(made))
        return made[: last + 1]

    def submission(self, day: date) -> datetime:
        """Some moment of a day on which somebody sends a dossier; most of them by daylight."""
        return _on(day, self.dice.triangular(6.5, 21, 9.5))

    def days(self, months: int) -> list[date]:
        """The working days of so many months, each as often as its month is busy."""
        today = self.now.astimezone(VIETNAM).date()
        every = (today - DAY * back for back in range(1, months * 365 // 12))
        return [
            day for day in every if self.calendar.is_working_day(day) for _ in range(_busy(day))
        ]

    # --- One life

    def _life(self, submitted: datetime, limit: Limit, temper: Temper) -> Iterator[Made]:
        yield Made("submit", submitted)
        checked = self._soon(submitted, 0.3, 5)
        if self._happens(temper.refused):
            yield Made("refuse" if self._happens(80) else "withdraw", checked)
            return
        promise = self.promise(checked, limit)
        yield Made("receive", checked, promise)
        begun = self._soon(checked, 0.1, 0.6 if is_short(limit) else 5)
        yield Made("take_up", begun)
        if self._happens(temper.incomplete) and not is_short(limit):
            yield from self._supplement(begun, limit, temper)
        else:
            yield from self._end(begun, promise, temper)

    def _supplement(self, begun: datetime, limit: Limit, temper: Temper) -> Iterator[Made]:
        asked = self._soon(begun, 0.5, 6)
        yield Made("request_supplement", asked)
        answered = self.submission((asked + DAY * self.dice.randint(1, 9)).date())
        if self._happens(8):
            yield Made("withdraw", answered)
            return
        promise = self.promise(answered, limit)
        yield Made("supplement", answered, promise)
        again = self._soon(answered, 0.3, 4)
        yield Made("take_up", again)
        yield from self._end(again, promise, temper)

    def _end(self, begun: datetime, promise: Due, temper: Temper) -> Iterator[Made]:
        if self._happens(2):
            yield Made("stop" if self._happens(60) else "withdraw", self._soon(begun, 1, 9))
            return
        if promise.at > self.now - DAY * 40 and self._happens(temper.lying):
            return
        finished = self._finished(begun, promise, temper)
        yield Made("finish", finished)
        yield Made("return", self._soon(finished, 0.5, 40))

    def _finished(self, begun: datetime, promise: Due, temper: Temper) -> datetime:
        if self._happens(temper.late):
            return self._at_work(promise.at + DAY * self.dice.randint(1, 7))
        earliest = begun + timedelta(minutes=self.dice.randint(5, 50))
        if earliest >= promise.at:
            return earliest
        before = [day for day in self._days_between(earliest, promise) if day < promise.day]
        if before and self._happens(78):
            return max(earliest, self._in_hours(self.dice.choice(before)))
        return min(promise.at, max(earliest, self._in_hours(promise.day)))

    def _days_between(self, begun: datetime, promise: Due) -> list[date]:
        first = begun.astimezone(VIETNAM).date()
        count = (promise.day - first).days + 1
        days = (first + DAY * n for n in range(count))
        return [day for day in days if self.calendar.is_working_day(day)]

    # --- Moments

    def promise(self, received: datetime, limit: Limit) -> Due:
        """As the calendar counts, or so many working days as a clerk would have said."""
        counted = due(received, limit, self.calendar)
        if counted:
            return counted
        day = received.astimezone(VIETNAM).date()
        for _ in range(limit.value or 5):
            day = self.calendar.working_day_after(day)
        return Due(self.calendar.closes_at(day), (), self.calendar.is_official(day))

    def _soon(self, at: datetime, least: float, most: float) -> datetime:
        return self._at_work(at + timedelta(hours=self.dice.uniform(least, most)))

    def _at_work(self, at: datetime) -> datetime:
        """The same moment if somebody works then, else some time on the next working morning."""
        local = at.astimezone(VIETNAM)
        if self.calendar.is_working_day(local.date()) and OPENS <= local.time() <= LAST:
            return at
        day = local.date()
        if not self.calendar.is_working_day(day) or local.time() > LAST:
            day = self.calendar.working_day_after(day)
        return _on(day, self.dice.uniform(7.75, 9.5))

    def _in_hours(self, day: date) -> datetime:
        return _on(day, self.dice.uniform(8, 16.4))

    def _happens(self, of_hundred: int) -> bool:
        return self.dice.random() * 100 < of_hundred


def _on(day: date, hour: float) -> datetime:
    return datetime.combine(day, time(), VIETNAM) + timedelta(minutes=round(hour * 60))


def _busy(day: date) -> int:
    return round(10 * SEASONS.get(day.month, 1.0))


def is_short(limit: Limit) -> bool:
    return limit.unit in (Unit.SAME_DAY, Unit.HOUR)
