"""Can this process serve, and is somebody doing the work that requests leave behind?"""

from datetime import timedelta
from typing import Literal

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

SILENCE = timedelta(seconds=60)
"""A worker beats every ten seconds; after this long nobody works."""

Finding = Literal["ok", "unreachable", "pending", "silent"]
Findings = dict[str, Finding]

_migrated = False


def findings() -> Findings:
    """What a look at the house finds, by part; "ok" or the trouble."""
    try:
        connection.ensure_connection()
        return {"database": "ok", "migrations": _migrations(), "worker": _worker()}
    except DatabaseError:
        return {"database": "unreachable"}


def is_ready(found: Findings) -> bool:
    """Whether requests may come.

    A silent worker delays letters and loses nothing, so it is reported and keeps no door shut.
    """
    return found.get("database") == found.get("migrations") == "ok"


def _migrations() -> Finding:
    """Asked until the answer was yes once: a running process never loses migrations."""
    global _migrated
    if not _migrated:
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "ok" if _migrated else "pending"


def _worker() -> Finding:
    if not _migrated:
        return "silent"
    last = ProcrastinateWorker.objects.aggregate(at=Max("last_heartbeat"))["at"]
    return "ok" if last and timezone.now() - last < SILENCE else "silent"
