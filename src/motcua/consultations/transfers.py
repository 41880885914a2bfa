"""How do consultations that have not ended follow their office into another one, and back?

The draft, its days and what was said stay; from then on the other office reads, answers and sums
up. Whoever reorganizes fills ``moving`` (``organizations.transferring``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from django.db import transaction

from motcua.consultations import workflow
from motcua.consultations.models import Consultation
from motcua.consultations.signals import consultations_transferred
from motcua.consultations.workflow import Move
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided, Work, moved

if TYPE_CHECKING:
    from motcua.consultations.queries import ConsultationQuerySet

WORK = Work(
    table="consultations_consultation",
    events="consultations_consultationevent",
    refers="consultation_id",
    open=workflow.GOES_ALONG,  # of what has ended the database keeps the office, too
)


def open_at(organizations: Iterable[Organization | int]) -> ConsultationQuerySet:
    """Drafts that these offices prepare, and those that they have not summed up."""
    owed: ConsultationQuerySet = Consultation.objects.filter(
        organization__in=organizations, state__in=workflow.GOES_ALONG
    )
    return owed


def transfer(moving: str, **decided: Unpack[Decided]) -> int:
    """Let consultations follow their office; how many went."""
    return _move(workflow.TRANSFER, moving, decided)


def give_back(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it: ``moving`` is the same the other way round."""
    return _move(workflow.TRANSFER_BACK, moving, decided)


@transaction.atomic
def _move(move: Move, moving: str, decided: Decided) -> int:
    count = WORK.move(moving, verb=move.verb, **decided)
    went = moved(Consultation.objects.all(), moving, move.verb, decided["at"])
    consultations_transferred.send(
        Consultation, consultations=went, verb=move.verb, at=decided["at"]
    )
    return count
