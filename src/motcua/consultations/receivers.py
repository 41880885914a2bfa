"""What follows from a move inside this room? The site's search knows what was opened."""

from typing import Any

from django.dispatch import receiver

from motcua.consultations import publication
from motcua.consultations.models import Consultation, ConsultationEvent
from motcua.consultations.signals import consultation_moving


@receiver(consultation_moving, dispatch_uid="consultations.keep_the_index")
def keep_the_index(
    sender: type[Consultation],
    consultation: Consultation,
    event: ConsultationEvent,
    **_: Any,
) -> None:
    """What is public can be found; what is being prepared cannot."""
    if consultation.opens_on:
        publication.put_in_index(consultation)
