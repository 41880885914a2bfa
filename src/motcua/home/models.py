"""What was asked for most, as it was counted last night?"""

from django.db import models


class MostUsed(models.Model):
    """A procedure's place among those that people handed dossiers in for."""

    place = models.PositiveSmallIntegerField(primary_key=True)
    """From 1."""
    code = models.CharField(max_length=8)
    counted_on = models.DateField()

    class Meta:
        verbose_name_plural = "most used"
        ordering = ["place"]

    def __str__(self) -> str:
        return f"{self.place} {self.code}"
