"""How long before must a planned outage be announced? Counted on the working calendar.

NĐ 224/2026/NĐ-CP, Article 13: at least seven working days before, with the expected recovery. The
day of the announcement itself is not counted (BLDS 2015, Article 147.2), and the last of the days
must be over: announced on a Monday, the service may pause from Thursday of the week after.
"""

from datetime import date, timedelta

from motcua.worktime.calendars import WorkCalendar


def earliest_start(announced: date, working_days: int, calendar: WorkCalendar) -> date:
    """The first day, of whatever kind, on which the outage may begin."""
    last = announced
    for _day in range(working_days):
        last = calendar.working_day_after(last)
    return last + timedelta(days=1)
