"""What do the figures do when a dossier moves? They append what it counts for."""

from typing import Any

from django.dispatch import receiver

from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moving

from . import actions


@receiver(dossier_moving, dispatch_uid="statistics.post")
def post(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    """In the transaction of the move: both are written, or neither."""
    actions.post(dossier, event)
