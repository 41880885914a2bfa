"""How many came to the demo before it began? Invented, so that the charts have something to show.

More on workdays than on weekends, a few more from month to month; nothing is drawn by chance.
"""

from datetime import date, timedelta

from motcua.periods import clock
from motcua.visits.models import Day

DAYS = 400
SATURDAY = 5


def seed() -> None:
    """Enter the days before today, unless the portal already counted some."""
    if Day.objects.exists():
        return
    today = clock.today()
    days = (today - timedelta(days=ago) for ago in range(DAYS, 0, -1))
    Day.objects.bulk_create([_invented(day, number) for number, day in enumerate(days)])


def _invented(day: date, number: int) -> Day:
    usual = 5200 + 9 * number if day.weekday() < SATURDAY else 1900 + 3 * number
    views = usual + (day.toordinal() * 7919) % 900
    return Day(day=day, views=views, visitors=views * 10 // 34)
