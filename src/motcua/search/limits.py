"""How long may a question keep the database? Never longer than a reader waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import structlog
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

LONGEST = 1_000
"""Milliseconds of one statement; what takes longer finds nothing."""
BOUNDED = f"SET LOCAL enable_seqscan = off; SET LOCAL statement_timeout = {LONGEST}"
"""An index bounds the work however wrong the planner's guess is."""

Found = TypeVar("Found")
log = structlog.get_logger("motcua.search")


def in_time(work: Callable[[], list[Found]]) -> list[Found]:
    """What the work finds in time, in one transaction; in somebody else's without these limits."""
    if connection.in_atomic_block:
        return work()
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(BOUNDED)
            return work()
    except OperationalError as failure:
        if not isinstance(failure.__cause__, QueryCanceled):
            raise
        log.warning("search took too long", milliseconds=LONGEST)
        return []


def rows(statement: str, asks: Any) -> list[Sequence[Any]]:
    """What the statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, asks)
        return list(cursor.fetchall())
