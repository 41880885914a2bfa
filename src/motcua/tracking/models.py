"""How often was something tried? Counted in the database, so that every process counts together."""

from django.db import models


class Attempt(models.Model):
    """How often one network, or anyone with one code, tried within one window of time.

    The key is a keyed hash: neither the address nor the code can be read from the row.
    """

    key = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    """When the window began; windows lie end to end."""
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "opened_at"], name="attempt_counted_once")
        ]
        indexes = [models.Index(fields=["opened_at"], name="attempt_by_age")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.count}"
