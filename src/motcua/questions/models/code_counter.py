"""Which number was the last of a kind's day?"""

from django.db import models


class CodeCounter(models.Model):
    """The last serial number that a kind gave out on a legal day; see ``codes.next_code``."""

    kind = models.PositiveSmallIntegerField()
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "day"], name="question_counter_one_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}: {self.last}"
