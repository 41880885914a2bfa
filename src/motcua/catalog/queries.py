"""Which procedures, which versions?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from motcua.periods.models import DatedQuerySet

if TYPE_CHECKING:
    from .models import ProcedureVersion


class ProcedureQuerySet(models.QuerySet):
    """Questions to procedures."""

    def offered_on(self, day: date) -> Self:
        """Those that have a published version which holds on ``day``."""
        return self.filter(
            versions__published_at__isnull=False, versions__valid_during__contains=day
        )


class VersionQuerySet(DatedQuerySet):
    """Questions to versions."""

    def published(self) -> Self:
        """In force now, earlier or later; no drafts."""
        return self.filter(published_at__isnull=False)

    def before(self, version: ProcedureVersion) -> Self:
        """Those numbered lower, the nearest first."""
        return self.filter(number__lt=version.number).order_by("-number")


class AssignmentQuerySet(DatedQuerySet):
    """Questions to the rules of who does what."""

    def deciding(self) -> Self:
        return self.filter(role="decide")
