"""Who showed or withheld a comment, and why?"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.consultations.queries import EventQuerySet
from motcua.consultations.workflow import Showing
from motcua.organizations.models import Hand


class CommentEvent(Hand):
    """A moderator's decision. Written once: the database refuses to change or remove it."""

    comment = models.ForeignKey(
        "consultations.Comment", on_delete=models.PROTECT, related_name="events"
    )
    showing = models.CharField(max_length=8, choices=Showing)
    why_not = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.showing}"
