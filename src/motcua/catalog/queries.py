"""Which procedures, which versions?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value

from motcua.catalog.workflow import WAITING
from motcua.periods.models import DatedQuerySet

if TYPE_CHECKING:
    from motcua.organizations.models import Organization


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

    def waiting(self) -> Self:
        """Drafts that somebody has to look over or publish."""
        return self.filter(published_at__isnull=True, stage__in=WAITING)

    def on_shelf(self, slug: str) -> Self:
        return self.filter(procedure__sector__slug=slug)

    def of_life_event(self, slug: str) -> Self:
        """Which something that happens in a life may take."""
        return self.filter(procedure__life_events__slug=slug)

    def decided_by(self, organization: Organization, day: date) -> Self:
        """Which an organization decides on ``day``, itself or as one of its kind."""
        who = Q(organization=organization) | Q(organization_kind=organization.kind)
        rules = apps.get_model("catalog", "Assignment").objects.on(day).deciding().filter(who)
        return self.filter(Exists(rules.filter(procedure=OuterRef("procedure"))))

    def done_at(self, level: str) -> Self:
        """Where a record says that the procedure is done at this tier, maybe among others."""
        return self.filter(levels__contains=[level])

    def meant_for(self, audience: str) -> Self:
        return self.filter(audiences__contains=[audience])

    def in_vietnamese_order(self) -> Self:
        return self.order_by("name_sort_key", "procedure__code")

    def in_this_order(self, codes: Sequence[str]) -> Self:
        """Only these, as they are given."""
        place = Func(
            Value(list(codes), ArrayField(models.CharField())),
            F("procedure__code"),
            function="array_position",
            output_field=models.IntegerField(),
        )
        return self.filter(procedure__code__in=codes).order_by(place)

    def with_parts(self) -> Self:
        """Everything that the page of a version shows."""
        parts = ["channels", "cases__components", "legal_basis", "results"]
        return self.select_related("procedure__sector").prefetch_related(*parts)

    def audiences(self) -> list[str]:
        """For whom at least one of these is meant, in Vietnamese order of the letters."""
        found = self.annotate(one=Func(F("audiences"), function="unnest")).order_by()
        return sorted(found.values_list("one", flat=True).distinct())


class AssignmentQuerySet(DatedQuerySet):
    """Questions to the rules of who does what."""

    def deciding(self) -> Self:
        return self.filter(role="decide")
