"""Which day is it, legally? A day begins at midnight in Việt Nam, whatever the server thinks."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""UTC+7 all year, no daylight saving; the zone of every legal day (domain.md §2.2)."""


def today() -> date:
    """The legal day now."""
    return day_of(timezone.now())


def day_of(moment: datetime) -> date:
    """The legal day on which an aware moment falls."""
    return moment.astimezone(VIETNAM).date()
