"""Which number was the last of a year's conclusions?"""

from django.db import models


class ConclusionSerial(models.Model):
    """The last serial number that a legal year gave out; see ``codes.next_code``."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year"], name="conclusion_serial_one_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
