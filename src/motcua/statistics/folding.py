"""How do deltas become tallies? One statement that takes them away and adds them up."""

from __future__ import annotations

from datetime import datetime, time

from django.db import connection, transaction
from django.utils import timezone

from motcua.periods.clock import VIETNAM, day_of

from .measures import COLUMNS, Measure

ONE_AT_A_TIME = 49_00_13
"""The advisory lock of whoever rewrites the books."""

_NAMES = ", ".join(COLUMNS)
_SUMS = ", ".join(
    f"coalesce(sum(n) FILTER (WHERE measure = {measure.value}), 0)" for measure in Measure
)
_ADDED = ", ".join(f"{name} = t.{name} + excluded.{name}" for name in COLUMNS)
_MONTH = "date_trunc('month', at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"
_PROMISES = f"measure = {Measure.FELL_DUE.value}"

# Rows are written in one order, so that two who write cannot wait for each other.
ADD = f"""
WITH taken AS (%(taken)s), tallied AS (
    INSERT INTO statistics_tally AS t (organization_id, sector_id, month, {_NAMES})
    SELECT organization_id, sector_id, {_MONTH}, {_SUMS}
    FROM taken WHERE NOT {_PROMISES} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (organization_id, sector_id, month) DO UPDATE SET {_ADDED}
), promised AS (
    INSERT INTO statistics_promise AS p (organization_id, sector_id, at, n)
    SELECT organization_id, sector_id, at, sum(n)
    FROM taken WHERE {_PROMISES} GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
    ON CONFLICT (organization_id, sector_id, at) DO UPDATE SET n = p.n + excluded.n
)
SELECT count(*) FROM taken
"""  # noqa: S608  only names and numbers of our own
DELTAS = "DELETE FROM statistics_delta RETURNING organization_id, sector_id, measure, at, n"
FOLD = ADD % {"taken": DELTAS}
CLOSE = f"""
WITH over AS (
    DELETE FROM statistics_promise WHERE at < %s OR n = 0
    RETURNING organization_id, sector_id, at, n
)
INSERT INTO statistics_tally AS t (organization_id, sector_id, month, fell_due)
SELECT organization_id, sector_id, {_MONTH}, sum(n)
FROM over GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
ON CONFLICT (organization_id, sector_id, month)
DO UPDATE SET fell_due = t.fell_due + excluded.fell_due
"""  # noqa: S608


@transaction.atomic
def fold() -> int:
    """Add what moved to the tallies; how many deltas there were. All of it happens, or nothing.

    Does nothing while somebody else folds or recounts.
    """
    if not hold():
        return 0
    with connection.cursor() as cursor:
        cursor.execute(FOLD)
        (folded,) = cursor.fetchone()
        cursor.execute(CLOSE, [month_begins(timezone.now())])
    return int(folded)


def hold_or_wait() -> None:
    """Keep others from rewriting the books until this transaction ends, however long it takes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def hold() -> bool:
    """Whether nobody else rewrites the books until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])


def month_begins(moment: datetime) -> datetime:
    """The first moment of its month in Việt Nam; what fell due before it is history."""
    return datetime.combine(day_of(moment).replace(day=1), time(), VIETNAM)
