"""What stands on the bar of every page of the desk? The door of pilots, and how many are late."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.template import Context
from django.urls import reverse

from motcua.periods.clock import today
from motcua.reorganization.models import Pilot, PilotReview

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.ui.panels import Shown

SECONDS = 60
"""How long a process remembers how many are overdue; every page of the desk asks."""
MOST = 10_000
_remembered: dict[int, tuple[float, int]] = {}
"""By post, until when (monotonic seconds) and how many."""


def door(context: Context) -> Shown | None:
    """The door for whoever acts in a post, flagged where a review of theirs is overdue."""
    request = context.get("request")
    acting: Any = getattr(request, "acting", None)
    if acting is None or acting.post is None:
        return None
    here = str(getattr(request, "path", "")).startswith(reverse("pilots_desk:list"))
    return "reorganization/officer/pilot_door.html", {"here": here, "late": _overdue(acting)}


def forget() -> None:
    """Somebody held a review: the next page counts anew."""
    _remembered.clear()


def _overdue(acting: Acting) -> int:
    now, post = time.monotonic(), acting.post
    if post is None:
        return 0
    until, known = _remembered.get(post.pk, (0.0, 0))
    if until > now:
        return known
    if len(_remembered) >= MOST:
        _remembered.clear()
    mine = PilotReview.objects.of_running().overdue(today())
    found = mine.filter(pilot__in=Pilot.objects.kept_by(acting)).count()
    _remembered[post.pk] = (now + SECONDS, found)
    return found
