"""What do the figures do when a dossier moves? They append what it counts for."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moving, dossiers_transferred

from . import actions, following


@receiver(dossier_moving, dispatch_uid="statistics.post")
def post(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    """In the transaction of the move: both are written, or neither."""
    actions.post(dossier, event)


@receiver(dossiers_transferred, dispatch_uid="statistics.follow")
def follow(sender: type[Dossier], moving: str, at: datetime, **_: Any) -> None:
    """Whole offices' work enters the books of whoever has it now."""
    following.follow(moving, at)
