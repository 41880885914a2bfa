"""How far has the house come with telling of a plan?"""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint


class PlanTelling(models.Model):
    """Rows that are walked through, batch by batch, to find who is to be told of a plan's move.

    Each batch writes its letters and how far it came in one transaction, so that whoever goes on
    after a crash goes on right behind it.
    """

    class Of(models.TextChoices):
        DOSSIERS = "dossiers"
        """Dossiers that moved: their applicants."""
        QUESTIONS = "questions"
        APPOINTMENTS = "posts"
        """Appointments that ended or began: who holds them."""
        RENAMED = "renamed"
        """Appointments that go on in an organization with another name."""
        PLANNERS = "planners"
        """Appointments to posts that plan: who hears that a plan waits."""
        TOLD = "told"
        """Letters that were sent before the plan was undone: the same people."""

    event = models.ForeignKey(
        "reorganization.PlanEvent", on_delete=models.PROTECT, related_name="tellings"
    )
    of = models.CharField(max_length=9, choices=Of)
    after = models.BigIntegerField(default=0)
    """The key of the last row that was looked at."""
    told = models.PositiveIntegerField(default=0)
    """How many letters were written."""
    unreachable = models.PositiveIntegerField(default=0)
    """How many rows had nobody with an address; the account tells them."""
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(name="plan_telling_once", fields=["event", "of"]),
            CheckConstraint(
                name="plan_telling_of_known",
                condition=Q(
                    of__in=["dossiers", "questions", "posts", "renamed", "planners", "told"]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.of} {self.after}"
