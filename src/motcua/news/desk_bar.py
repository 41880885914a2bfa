"""What stands on the bar of the desk? The way to the newsroom, for whoever works there."""

import time
from typing import Any

from django.template import Context

from motcua.news.models import EditorialRole
from motcua.ui.panels import Shown

SECONDS = 60
"""How long a process remembers who works in a newsroom; every page of the desk asks."""
MOST = 10_000
_remembered: dict[int, tuple[float, bool]] = {}
"""By person, until when (monotonic seconds) and whether. A link: the newsroom asks for itself."""


def door(context: Context) -> Shown | None:
    """The door of the newsroom; without it a reporter would stand before an empty inbox."""
    person = getattr(context.get("request"), "user", None)
    if person is None or not person.pk or not _works_in_a_newsroom(person):
        return None
    return "news/newsroom/door.html", {}


def _works_in_a_newsroom(person: Any) -> bool:
    now = time.monotonic()
    until, known = _remembered.get(person.pk, (0.0, False))
    if until > now:
        return known
    if len(_remembered) >= MOST:
        _remembered.clear()
    found = EditorialRole.objects.held_by(person).exists()
    _remembered[person.pk] = (now + SECONDS, found)
    return found
