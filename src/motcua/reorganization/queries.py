"""Which plans?"""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from motcua.reorganization import workflow
from motcua.reorganization.workflow import State


class PlanQuerySet(models.QuerySet):
    """Questions to plans."""

    def live(self) -> Self:
        """Those that were neither undone nor canceled."""
        return self.filter(state__in=workflow.LIVE)

    def due(self, day: date) -> Self:
        """Those to be carried out on ``day`` at the latest, the earliest first."""
        return self.filter(state=State.SCHEDULED, day__lte=day).order_by("day", "pk")

    def carried_out(self) -> Self:
        return self.filter(state=State.CARRIED_OUT)

    def latest_first(self) -> Self:
        return self.order_by("-day", "-pk")
