"""Who gets a letter when a dossier moves? The applicant, about every step."""

from typing import Any

from django.dispatch import receiver

from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moving

from . import tasks
from .models import Letter
from .wording import VERBS


@receiver(dossier_moving, dispatch_uid="notifications.write_to_applicant")
def write_to_applicant(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    """Queue a letter and its job in the transaction of the move: all three, or none.

    An applicant without an e-mail address is told in their account and at the look-up.
    """
    if dossier.email and event.verb in VERBS:
        Letter.objects.create(event=event)
        tasks.send_letter.defer(event_id=event.pk)
