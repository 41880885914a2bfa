"""Which territory does an organization serve, and when?"""

from django.db import models

from motcua.periods.models import Recorded, one_at_a_time
from motcua.territory.models import Unit

from .organization import Organization


class Jurisdiction(Recorded):
    """An organization serves a unit for a period; it may serve several at once.

    It lives within both: where the cut of a commune changes, the unit ends (see ``Unit``) and the
    committee that goes on serves the new unit from that day.
    """

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="jurisdictions"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="jurisdictions")

    class Meta:
        constraints = [
            one_at_a_time("organization_serves_a_unit_once_a_day", "organization", "unit")
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} in {self.unit_id}"
