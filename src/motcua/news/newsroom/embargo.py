"""Until when is an article held back? Nothing that is live is under an embargo."""

from datetime import datetime

from motcua.news.newsroom.exceptions import UnderEmbargo


def honored(go_live_at: datetime | None, until: datetime | None) -> datetime | None:
    """When it may go live: never before the embargo ends."""
    if go_live_at is None or until is None:
        return go_live_at or until
    return max(go_live_at, until)


def check(until: datetime | None, now: datetime) -> None:
    """Raises UnderEmbargo where an article would be seen too early."""
    if until is not None and until > now:
        raise UnderEmbargo
