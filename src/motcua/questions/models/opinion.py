"""Did an answer help those who read it? Counted, and nothing else is known of who said so."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class Opinion(models.Model):
    """How many readers found a published answer helpful, and how many did not."""

    question = models.OneToOneField(
        "questions.Question", on_delete=models.CASCADE, primary_key=True, related_name="opinion"
    )
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.question_id}: {self.yes}/{self.no}"

    @classmethod
    def say(cls, question_pk: int, *, helped: bool) -> None:
        """Count one reader's word, in one statement."""
        column = "yes" if helped else "no"
        cls.objects.get_or_create(question_id=question_pk)
        cls.objects.filter(question_id=question_pk).update(**{column: F(column) + 1})
