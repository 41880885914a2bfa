"""What happened to a consultation, who did it, and as what?"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.consultations import workflow
from motcua.consultations.queries import EventQuerySet
from motcua.consultations.workflow import Role, State
from motcua.organizations.models import Hand


class ConsultationEvent(Hand):
    """A move that was made. Written once: the database refuses to change or remove it."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="events"
    )
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    state = models.CharField(max_length=12, choices=State)
    """The state to which the move led."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Nobody's where the machine moved it with its office."""
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``from`` and ``to`` of an extension, ``law``, ``late``."""

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.consultation_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb

    @property
    def was_until(self) -> date | None:
        """The closing day before an extension."""
        return _day(self.payload.get("from"))

    @property
    def until(self) -> date | None:
        """The closing day after an opening or an extension."""
        return _day(self.payload.get("to"))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
