"""How long may a question keep the database? Never longer than a reader waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

LONGEST = 1_000
"""Milliseconds of one statement; what takes longer finds nothing."""
BOUNDED = f"SET LOCAL enable_seqscan = off; SET LOCAL statement_timeout = {LONGEST}"
"""An index bounds the work however wrong the planner's guess is."""

log = structlog.get_logger("motcua.search")


def rows(statement: str, asks: Any) -> list[Sequence[Any]]:
    """What the statement finds in time; in a transaction of somebody else without these limits."""
    if connection.in_atomic_block:
        return _rows(statement, asks)
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(BOUNDED)
            return _rows(statement, asks)
    except OperationalError as failure:
        if not isinstance(failure.__cause__, QueryCanceled):
            raise
        log.warning("search took too long", milliseconds=LONGEST)
        return []


def _rows(statement: str, asks: Any) -> list[Sequence[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asks)
        return list(cursor.fetchall())
