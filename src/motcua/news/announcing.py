"""Which announcements stand on others' pages? Outages above every one, all on the front page."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template import Context
from django.utils import timezone

if TYPE_CHECKING:
    from .models import Announcement

SHOWN = 3


class _Kept:
    """The outages that this process keeps, and until when (monotonic seconds)."""

    outages: tuple[Announcement, ...] | None = None
    until: float = 0.0


def notice(_page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The panel above every page: what does not work now. Without a query while it is kept."""
    now = timezone.now()
    going_on = [each for each in _kept() if each.is_going_on(now)]
    return ("news/announcements/notice.html", {"outages": going_on}) if going_on else None


def front(_page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The panel of the front page: what is ahead, outages first. One query."""
    from .models import Announcement

    now = timezone.now()
    found = list(Announcement.objects.ahead(now).outages_first()[: SHOWN + 1])
    if not found:
        return None
    listed = [(each, each.is_going_on(now)) for each in found[:SHOWN]]
    shown = {"announcements": listed, "are_more": len(found) > SHOWN}
    return "news/announcements/front.html", shown


def forget() -> None:
    """Ask anew at the next page, because one was changed here; other processes within seconds."""
    _Kept.outages = None


def keep(outages: tuple[Announcement, ...]) -> tuple[Announcement, ...]:
    """Answer with ``outages`` for ANNOUNCEMENT_SECONDS."""
    _Kept.outages, _Kept.until = outages, time.monotonic() + settings.ANNOUNCEMENT_SECONDS
    return outages


def _kept() -> tuple[Announcement, ...]:
    if _Kept.outages is None or time.monotonic() >= _Kept.until:
        return keep(_soon(timezone.now()))
    return _Kept.outages


def _soon(now: datetime) -> tuple[Announcement, ...]:
    """Outages that are on or begin while the answer is kept."""
    from .models import Announcement

    return tuple(Announcement.objects.ahead(now).of_outages().order_by("starts_at", "pk"))
