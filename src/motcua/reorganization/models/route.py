"""Whither does work go? The shares of a plan, compiled."""

from django.db import models

from motcua.organizations.models import Function, Organization
from motcua.territory.models import Unit

from .body import Body
from .plan import Plan


class Route(models.Model):
    """Work of ``old`` that fits goes to ``body``; of several that fit, the highest rank decides."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="routes")
    old = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    procedure_code = models.CharField(max_length=8, blank=True)
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    locality = models.CharField(max_length=100, blank=True)
    locality_said = models.CharField(max_length=100, blank=True)
    """The hamlet as it was written, for whoever reads."""
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["old", "-rank", "pk"]
        indexes = [models.Index(fields=["plan", "old"], name="route_of_an_original")]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.body_id} ({self.rank})"
