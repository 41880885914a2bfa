"""Which number was the last of an organization's day?"""

from django.db import models


class CodeCounter(models.Model):
    """The last serial number that an organization gave out on a legal day.

    One row, locked while a dossier takes its number: see ``references.next_code``.
    """

    organization = models.ForeignKey("organizations.Organization", on_delete=models.PROTECT)
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "day"], name="code_counter_one_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.day}: {self.last}"
