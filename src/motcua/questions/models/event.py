"""What happened to a question, who did it, and as what?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.organizations import wrong_door
from motcua.organizations.models import Hand
from motcua.questions import workflow
from motcua.questions.queries import EventQuerySet
from motcua.questions.workflow import Role, State


class QuestionEvent(Hand):
    """A move that was made. Written once: the database refuses to change or remove it."""

    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, related_name="events"
    )
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    state = models.CharField(max_length=12, choices=State)
    """The state to which the move led."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """The office that had it after the move."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``from`` and ``to`` of a forwarding, ``late``, ``overruled``."""

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb

    @property
    def why_here(self) -> str:
        """Where it was sent and why it came here, if it was sent to an office that had ended."""
        return wrong_door.sentence(self.payload)

    @property
    def is_of_asker(self) -> bool:
        return self.role == Role.ASKER
