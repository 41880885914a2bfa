"""How do many processes add up in one database? Each raises its own rows; bitmaps are joined.

Every statement may be sent twice: a row holds what its process counted since the day began, the
greater number wins, and a bit that is set twice is set once.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from motcua.visits.counter import Snapshot

WRITE = """
    WITH tallied AS (
        INSERT INTO visits_tally AS kept (process, day, views, visitors)
        SELECT %(process)s, day, views, ('x' || visitors)::bit(16384)
        FROM unnest(%(days)s::date[], %(views)s::bigint[], %(visitors)s::text[])
            AS counted (day, views, visitors)
        ON CONFLICT (day, process) DO UPDATE SET
            views = greatest(kept.views, excluded.views),
            visitors = kept.visitors | excluded.visitors
    )
    INSERT INTO visits_minute AS kept (at, visitors)
    SELECT at, ('x' || present)::bit(16384)
    FROM unnest(%(minutes)s::timestamptz[], %(present)s::text[]) AS seen (at, present)
    ORDER BY at
    ON CONFLICT (at) DO UPDATE SET visitors = kept.visitors | excluded.visitors
"""

ADD_UP = """
    SELECT day, sum(views)::bigint, bit_count(bit_or(visitors))
    FROM visits_tally WHERE day >= %s GROUP BY day ORDER BY day
"""


def write(process: UUID, snapshot: Snapshot) -> None:
    """Write all of it in one statement."""
    days, minutes = sorted(snapshot.days), sorted(snapshot.minutes)
    with connection.cursor() as cursor:
        cursor.execute(
            WRITE,
            {
                "process": process,
                "days": days,
                "views": [snapshot.days[day][0] for day in days],
                "visitors": [snapshot.days[day][1] for day in days],
                "minutes": minutes,
                "present": [snapshot.minutes[minute] for minute in minutes],
            },
        )


def since(day: date) -> list[tuple[date, int, int]]:
    """Day, views and set bits of all processes together, from ``day`` on."""
    with connection.cursor() as cursor:
        cursor.execute(ADD_UP, [day])
        rows: list[tuple[date, int, int]] = cursor.fetchall()
    return rows


def online(after: datetime) -> int:
    """How many bits were set by those who came after ``after``.

    Salts change at midnight, so that bitmaps before and after it cannot be joined: for five
    minutes the greater of both counts, and *online* is too low rather than too high.
    """
    with connection.cursor() as cursor:
        cursor.execute(ONLINE, [after])
        (ones,) = cursor.fetchone()
    return ones or 0


ONLINE = """
    SELECT max(ones) FROM (
        SELECT bit_count(bit_or(visitors)) AS ones FROM visits_minute
        WHERE at > %s GROUP BY (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ) AS by_salt
"""
