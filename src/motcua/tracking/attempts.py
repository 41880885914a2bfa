"""Was it tried too often? Wrong answers use up an allowance; right ones give theirs back.

A second fact of four digits has ten thousand values, so guessing must be slow: per code whoever
asks, and per network whatever it asks for. Thousands may share one network address (an office, a
mobile operator), which is why a right answer costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone

from motcua.accounts.sealing import keyed_hash

from .models import Attempt

EPOCH = datetime.fromtimestamp(0, UTC)
NO_WAIT = timedelta()

UPSERT = """
    INSERT INTO tracking_attempt (key, opened_at, count) VALUES (%s, %s, 1), (%s, %s, 1)
    ON CONFLICT (key, opened_at) DO UPDATE SET count = tracking_attempt.count + 1
    RETURNING key, count
"""


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many wrong answers within so much time."""

    key: str
    allowed: int
    opened_at: datetime
    closes_at: datetime

    @classmethod
    def of(cls, kind: str, whose: str, now: datetime) -> Allowance:
        """The allowance of a "network" or a "code", in the window that holds ``now``."""
        allowed, seconds = settings.LOOK_UP_ALLOWANCES[kind]
        period = timedelta(seconds=seconds)
        opened_at = now - (now - EPOCH) % period
        return cls(keyed_hash("look-up", kind, whose), allowed, opened_at, opened_at + period)


class Attempted:
    """One try of one network with one code, counted when it is made."""

    def __init__(self, *, network: str, code: str) -> None:
        self.at = timezone.now()
        both = (Allowance.of("network", network, self.at), Allowance.of("code", code, self.at))
        # Everyone locks the two rows in the same order, so nobody waits for each other.
        self.allowances = sorted(both, key=lambda allowance: allowance.key)

    def count(self) -> timedelta:
        """Count it in one statement; how long to wait where it was one too many, or nothing."""
        rows = [fact for one in self.allowances for fact in (one.key, one.opened_at)]
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, rows)
            counts = dict(cursor.fetchall())
        waits = [
            one.closes_at - self.at for one in self.allowances if counts[one.key] > one.allowed
        ]
        return max(waits, default=NO_WAIT)

    def give_back(self) -> None:
        """It was right: it costs nothing."""
        for one in self.allowances:
            same = Attempt.objects.filter(key=one.key, opened_at=one.opened_at)
            same.update(count=F("count") - 1)


def forget_old() -> int:
    """Remove the windows that are over; how many there were."""
    longest = max(seconds for _allowed, seconds in settings.LOOK_UP_ALLOWANCES.values())
    over = timezone.now() - timedelta(seconds=longest)
    return Attempt.objects.filter(opened_at__lt=over).delete()[0]
