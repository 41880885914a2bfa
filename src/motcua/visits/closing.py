"""What stays of a day when it is over? Two numbers; everything finer is thrown away."""

from datetime import date, datetime, timedelta

from motcua.periods import clock
from motcua.visits import salts, tallies
from motcua.visits.bitmaps import estimate
from motcua.visits.models import Day, Minute, Tally

LATE = timedelta(days=2)
"""Until then a process may still bring what it counted (``counter.A_DAY``)."""
MINUTES_KEPT = timedelta(minutes=10)


def close_days(now: datetime) -> None:
    """Add up the days that are over, and prune; the same whenever and however often it runs."""
    today = clock.day_of(now)
    _add_up(today)
    Tally.objects.filter(day__lt=today - LATE).delete()
    Minute.objects.filter(at__lt=now - MINUTES_KEPT).delete()
    salts.throw_away(before=today)


def _add_up(today: date) -> None:
    over = [row for row in tallies.since(date.min) if row[0] < today]
    Day.objects.bulk_create(
        [Day(day=day, views=views, visitors=estimate(ones)) for day, views, ones in over],
        update_conflicts=True,
        unique_fields=["day"],
        update_fields=["views", "visitors"],
    )
