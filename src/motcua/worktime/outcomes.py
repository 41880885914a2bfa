"""Was it done in time? One rule for every page and every figure (domain.md §3.5)."""

from datetime import datetime
from enum import StrEnum

from motcua.periods.clock import day_of


class Outcome(StrEnum):
    """How a clock that ended stands against its promise."""

    EARLY = "early"
    """Before the promised day."""
    ON_TIME = "on_time"
    """On the promised day, not after the promised moment."""
    LATE = "late"
    """After the promised moment."""


def outcome(ended_at: datetime, due_at: datetime) -> Outcome:
    """How something that was due at ``due_at`` and ended at ``ended_at`` is counted."""
    if ended_at > due_at:
        return Outcome.LATE
    return Outcome.EARLY if day_of(ended_at) < day_of(due_at) else Outcome.ON_TIME
