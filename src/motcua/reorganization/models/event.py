"""What happened to a plan, who did it, and as what?"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.reorganization import workflow
from motcua.reorganization.workflow import Role, State

from .plan import Plan


class PlanEvent(models.Model):
    """A move that was made. Written once: the database refuses to change or remove it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12, choices=[(role.value, role.name) for role in Role])
    state = models.CharField(max_length=12, choices=State)
    """The state to which the move led."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: ``moved``, how many rows of what; ``writing``, where it stood."""

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb
