"""Which secret keys today's hashes? One a day for all processes; yesterday's is gone."""

import os
from datetime import date, datetime, timedelta

from motcua.periods import clock
from motcua.visits.models import Salt

AHEAD = timedelta(minutes=10)
"""Tomorrow's is agreed on before midnight, so that nobody waits for it then."""
BYTES = 32


def needed(now: datetime) -> set[date]:
    """The days whose salts a process has to know."""
    return {clock.day_of(now), clock.day_of(now + AHEAD)}


def agreed(days: set[date]) -> dict[date, bytes]:
    """The salts of ``days``: whoever comes first makes one, and everybody takes that one."""
    Salt.objects.bulk_create(
        [Salt(day=day, secret=os.urandom(BYTES)) for day in sorted(days)], ignore_conflicts=True
    )
    return {salt.day: bytes(salt.secret) for salt in Salt.objects.filter(day__in=days)}


def throw_away(before: date) -> int:
    """Remove the salts of days that are over; how many there were."""
    return Salt.objects.filter(day__lt=before).delete()[0]
