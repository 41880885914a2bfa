"""Which answers name an office that a decision ended or renamed?"""

from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone


class OldName(models.Model):
    """A published answer names offices that are no more; its owner is to look at it again.

    Found by whoever changes offices, and taken away if the change is undone. Whoever confirms the
    answer or writes it anew has looked at it, as with every other ground (``staleness``).
    """

    question = models.ForeignKey(
        "questions.Question", on_delete=models.CASCADE, related_name="old_names"
    )
    source = models.CharField(max_length=40)
    """Which change found it, for taking it away again: ``plan-12``."""
    decision = models.CharField(max_length=100)
    names = models.CharField(max_length=300)
    """As the answer means them, one after the other."""
    found_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            UniqueConstraint(name="question_old_names_once_a_change", fields=["source", "question"])
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.source}"
