"""Who receives and who decides a procedure: rules of this province, not part of the record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from motcua.catalog.queries import AssignmentQuerySet
from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods.models import Dated

from .procedures import Procedure


class Assignment(Dated):
    """During a period, organizations of one kind (or one organization) do a part of the work."""

    class Role(models.TextChoices):
        RECEIVE = "receive", pgettext_lazy("assignment", "Tiếp nhận")
        DECIDE = "decide", pgettext_lazy("assignment", "Giải quyết")

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=8, choices=Role)
    organization_kind = models.CharField(max_length=10, blank=True, choices=OrganizationKind)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )

    objects: ClassVar = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organization_kind="") ^ Q(organization__isnull=True),
                name="assignment_names_a_kind_or_one_organization",
            )
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id}/{self.role}"
