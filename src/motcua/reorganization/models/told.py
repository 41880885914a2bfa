"""Who has been told of a plan?"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .plan import Plan


class Told(models.Model):
    """A person who was told once what a plan means for them, as applicant or as officer."""

    class As(models.TextChoices):
        APPLICANT = "applicant"
        ASKER = "asker"
        OFFICER = "officer"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_as = models.CharField(max_length=9, choices=As)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "told"
        constraints = [
            models.UniqueConstraint(name="told_once", fields=["plan", "person", "told_as"])
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.person_id}"
