"""What happened to a task, who did it, as what, and with which evidence?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.directives import workflow
from motcua.directives.queries import EventQuerySet
from motcua.directives.workflow import Role, State
from motcua.organizations.models import Hand

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class TaskEvent(Hand):
    """A move that was made. Written once: the database refuses to change or remove it."""

    task = models.ForeignKey("directives.Task", on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    state = models.CharField(max_length=12, choices=State)
    """The state to which the move led."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who led the task after the move."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    """What was reported, or why; for the offices, never for the public."""
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``due`` and ``until`` of an extension, ``late`` of a report."""

    objects = EventQuerySet.as_manager()

    if TYPE_CHECKING:
        files: RelatedManager[Evidence]

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.task_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb


class Evidence(models.Model):
    """One file of a report, such as the signed minutes; for the offices of the task."""

    event = models.ForeignKey(TaskEvent, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="directive_evidence"
    )
    name = models.CharField(max_length=150)
    """The file's own name, cleaned: for reading, never for finding."""

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{self.pk}: {self.file_id[:12]}"
