"""What does the foot of every page say? Read by one thread every few seconds, never by a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, Sum
from django.utils import timezone

from motcua.periods import clock
from motcua.visits import tallies
from motcua.visits.bitmaps import estimate
from motcua.visits.models import Day

ONLINE = timedelta(minutes=5)
STALE = timedelta(minutes=2)
"""After this long without the database nobody knows who is online."""


@dataclass(frozen=True)
class Reading:
    """Lượt truy cập and Trực tuyến at one moment."""

    at: datetime
    total: int
    this_month: int
    today: int
    visitors_today: int
    online: int

    @property
    def here(self) -> int:
        """Who is online, whoever reads this among them: one at least."""
        return max(self.online, 1)

    @property
    def is_fresh(self) -> bool:
        """Whether *online* still means now."""
        return timezone.now() - self.at < STALE


def read(now: datetime) -> Reading:
    """Read the meters."""
    day = clock.day_of(now)
    live = tallies.since(date.min)
    closed = _closed(day.replace(day=1), [row[0] for row in live])
    return Reading(
        at=now,
        total=closed["total"] + sum(views for _day, views, _ones in live),
        this_month=closed["month"] + sum(v for d, v, _ones in live if d >= day.replace(day=1)),
        today=sum(views for d, views, _ones in live if d == day),
        visitors_today=sum(estimate(ones) for d, _views, ones in live if d == day),
        online=estimate(tallies.online(now - ONLINE)),
    )


def _closed(month: date, still_live: list[date]) -> dict[str, int]:
    """Sums of the days that are over, without those that are still being tallied."""
    return Day.objects.exclude(day__in=still_live).aggregate(
        total=Sum("views", default=0), month=Sum("views", filter=Q(day__gte=month), default=0)
    )


_last: Reading | None = None


def refresh(now: datetime) -> None:
    """Read the meters for this process."""
    global _last
    _last = read(now)


def last() -> Reading | None:
    """What this process read last; nothing before it could read once."""
    return _last


def forget() -> None:
    """As if nothing was ever read."""
    global _last
    _last = None
