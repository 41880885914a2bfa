"""What do upper rooms show on a lower room's page? Panels, registered by place.

A lower room's template says ``{% panel "procedure.answers" %}``; an upper room registers what
stands there in its ``ready()``, so that the lower room never learns the upper room's name.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.template import Context

Shown = tuple[str, Mapping[str, Any]]
"""A template and what it is told."""

Panel = Callable[[Context], Shown | None]
"""Looks at the page's context and shows something, or nothing."""

_panels: defaultdict[str, list[Panel]] = defaultdict(list)


def register(place: str, panel: Panel) -> Panel:
    """Show ``panel`` at ``place``, once however often it is said, in the order of registration."""
    if panel not in _panels[place]:
        _panels[place].append(panel)
    return panel


def remove(place: str, panel: Panel) -> None:
    """Take ``panel`` away from ``place``."""
    _panels[place].remove(panel)


def at(place: str, context: Context) -> list[Shown]:
    """What is shown at ``place`` on a page with ``context``."""
    shown = (panel(context) for panel in _panels.get(place, ()))
    return [each for each in shown if each is not None]
