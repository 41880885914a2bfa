"""Which offices answered what, counted?"""

from django.db import models


class RoutingCount(models.Model):
    """How often questions with a sign ended at an office: plain counts that explain themselves.

    A sign is a pair of words (``w:khai sinh``), a procedure (``p:1.001193``) or a place
    (``u:06685``).
    """

    sign = models.CharField(max_length=80)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sign", "organization"], name="routing_sign_once")
        ]

    def __str__(self) -> str:
        return f"{self.sign} → {self.organization_id}: {self.count}"
