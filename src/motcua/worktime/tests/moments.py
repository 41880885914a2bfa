"""Short ways to write a moment in Việt Nam."""

from datetime import datetime

from motcua.periods.clock import VIETNAM


def at(text: str) -> datetime:
    """The moment "2026-11-19 07:52" in Việt Nam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
