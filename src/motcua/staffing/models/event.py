"""What was done about staff, by whom, and in which post?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.organizations.models import Hand
from motcua.organizations.queries import HandQuerySet
from motcua.staffing import workflow
from motcua.staffing.workflow import Role


class StaffEvent(Hand):
    """One act: an appointment, a replacement, a whole file. What it changed are its ``changes``.

    Written once: the database refuses to change or remove it.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    """Of the form that asked for it, so that a form sent twice is one act."""
    verb = models.CharField(max_length=12)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``file`` and its ``sha256`` of an import, warnings overruled."""

    objects: ClassVar = HandQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="staff_event_once_a_form", fields=["key"]),
            models.CheckConstraint(
                name="staff_event_verb_known", condition=models.Q(verb__in=[*workflow.BY_VERB])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb
