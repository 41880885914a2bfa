"""How do the books follow dossiers that pass to other offices, a million at once?

Straight into the tallies, by the same rule as ``lives._transfer``: what was done stays with whoever
did it; what is in process leaves one office and enters the other. A late clock ends late there and
falls due here; one that is not late yet takes its promise along.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection
from psycopg import sql

from motcua.dossiers import workflow
from motcua.dossiers.workflow import State

from . import folding
from .measures import Measure

GOING = f"""
    WITH going AS (
        SELECT m.old_id, m.new_id, p.sector_id, d.received_at IS NOT NULL AS received,
            d.received_at IS NOT NULL AND d.state = ANY(%(waiting)s) AS waits,
            CASE WHEN d.state = ANY(%(running)s) THEN d.due_current END AS due, count(*) AS n
        FROM {{moving}} m
            JOIN dossiers_dossier d ON d.id = m.row_id AND d.organization_id = m.new_id
            JOIN catalog_procedureversion v ON v.id = d.version_id
            JOIN catalog_procedure p ON p.id = v.procedure_id
        WHERE m.old_id <> m.new_id AND d.state = ANY(%(counted)s)
            AND EXISTS (
                SELECT FROM dossiers_event e WHERE e.dossier_id = d.id AND e.verb = 'submit')
        GROUP BY 1, 2, 3, 4, 5, 6
    ), sides AS (
        SELECT side.organization_id, side.sign, going.*
        FROM going CROSS JOIN LATERAL
            (VALUES (old_id, -1), (new_id, 1)) side (organization_id, sign)
    )
    SELECT organization_id, sector_id,
        CASE WHEN received THEN {Measure.MOVED.value} ELSE {Measure.MOVED_UNRECEIVED.value} END
        AS measure, %(at)s AS at, sign * n AS n FROM sides
    UNION ALL
    SELECT organization_id, sector_id, {Measure.WAITING.value}, %(at)s, sign * n
    FROM sides WHERE waits
    UNION ALL
    SELECT organization_id, sector_id, {Measure.FELL_DUE.value}, due, sign * n
    FROM sides WHERE due >= %(at)s
    UNION ALL
    SELECT organization_id, sector_id, {Measure.LATE_ENDED.value}, %(at)s, n
    FROM sides WHERE due < %(at)s AND sign < 0
    UNION ALL
    SELECT organization_id, sector_id, {Measure.FELL_DUE.value}, %(at)s, n
    FROM sides WHERE due < %(at)s AND sign > 0
"""  # noqa: S608  only numbers of our own
FOLLOW = folding.ADD % {"taken": GOING}


def follow(moving: str, at: datetime) -> None:
    """Count the dossiers of ``moving`` that went as in process where they are now."""
    folding.hold_or_wait()
    told: dict[str, Any] = {
        "at": at,
        "waiting": sorted(workflow.WAITING),
        "running": sorted(workflow.CLOCK_RUNS),
        "counted": sorted(workflow.OPEN - {State.FINISHED}),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(FOLLOW).format(moving=sql.Identifier(moving)), told)
