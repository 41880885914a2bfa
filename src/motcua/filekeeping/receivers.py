"""What follows when a file is kept or has arrived? Jobs, written in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motcua.filekeeping import tasks

if TYPE_CHECKING:
    from motcua.filekeeping.models import StoredFile, Upload

PATIENCE = 30
"""Seconds that the request which brought the last piece has to finish it itself."""


def draw(sender: object, *, kept: StoredFile, **_facts: Any) -> None:
    """Let the worker draw its first page."""
    tasks.draw.defer(sha256=kept.sha256)


def finish(sender: object, *, upload: Upload, **_facts: Any) -> None:
    """Let the worker hand it over, where the request that should have was killed."""
    tasks.finish.configure(schedule_in={"seconds": PATIENCE}).defer(key=str(upload.key))
