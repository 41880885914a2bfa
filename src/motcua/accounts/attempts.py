"""Was it tried too often? Counted in the database, so that every process counts together.

An allowance is so many tries of one kind within a window of time, for example ten wrong answers
with one code within six hours. Thousands may share one network address (an office, a mobile
operator), which is why what turned out to be right is given back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import F
from django.utils import timezone

from motcua.accounts.models import Attempt
from motcua.accounts.sealing import keyed_hash

EPOCH = datetime.fromtimestamp(0, UTC)
NO_WAIT = timedelta()
LONGEST_WINDOW = timedelta(days=1)
"""No allowance may ask for a longer one: what is older is forgotten."""

Allowances = Mapping[str, tuple[int, int]]
"""Tries allowed, and within how many seconds, by kind."""

UPSERT = """
    INSERT INTO accounts_attempt (key, opened_at, count)
    SELECT key, opened_at, 1 FROM unnest(%s::text[], %s::timestamptz[]) AS tried (key, opened_at)
    ORDER BY key
    ON CONFLICT (key, opened_at) DO UPDATE SET count = accounts_attempt.count + 1
    RETURNING key, count
"""


@dataclass(frozen=True, slots=True)
class Window:
    """The allowance of one network or one code, in the window that holds a moment."""

    key: str
    allowed: int
    opened_at: datetime
    closes_at: datetime


class Attempted:
    """One try, counted when it is made.

    ``Attempted("look-up", allowances, network="203.0.113.7", code="H49.61-…")`` names what is
    tried and whose allowances of which kinds it uses up.
    """

    def __init__(self, purpose: str, allowances: Allowances, **whose: str) -> None:
        self.at = timezone.now()
        windows = [
            self._window(purpose, kind, one, *allowances[kind]) for kind, one in whose.items()
        ]
        # Everyone locks the rows in the same order, so nobody waits for each other.
        self.windows = sorted(windows, key=lambda window: window.key)

    def _window(self, purpose: str, kind: str, whose: str, allowed: int, seconds: int) -> Window:
        period = timedelta(seconds=seconds)
        opened_at = self.at - (self.at - EPOCH) % period
        return Window(keyed_hash(purpose, kind, whose), allowed, opened_at, opened_at + period)

    def count(self) -> timedelta:
        """Count it in one statement; how long to wait where it was one too many, or nothing."""
        keys = [one.key for one in self.windows]
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [keys, [one.opened_at for one in self.windows]])
            counts = dict(cursor.fetchall())
        waits = [one.closes_at - self.at for one in self.windows if counts[one.key] > one.allowed]
        return max(waits, default=NO_WAIT)

    def give_back(self) -> None:
        """It was right: it costs nothing."""
        for one in self.windows:
            same = Attempt.objects.filter(key=one.key, opened_at=one.opened_at)
            same.update(count=F("count") - 1)


def forget_old() -> int:
    """Remove the windows that are over; how many there were."""
    return Attempt.objects.filter(opened_at__lt=timezone.now() - LONGEST_WINDOW).delete()[0]
