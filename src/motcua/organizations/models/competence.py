"""Who is competent for what, where, and when?"""

from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Recorded, one_at_a_time
from motcua.territory.models import Unit

from .organization import Organization, OrganizationKind

WHERE = Coalesce("unit", Value(0), output_field=models.BigIntegerField())
"""Everywhere is a place of its own; beside it a part may be named too."""


class Function(models.Model):
    """A field of state management, such as ``ho-tich``: civil status.

    Its code is what plans, files and addresses call it; procedures belong to a function by their
    shelf (``catalog.Sector.function``).
    """

    code = models.SlugField(_("mã"), max_length=60, unique=True)
    name = models.CharField(_("lĩnh vực"), max_length=200)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Competence(Recorded):
    """During a period one organization, or every one of a kind, is competent for a function.

    ``unit`` narrows it to a part of what the organization serves; without it the whole territory
    counts.
    """

    function = models.ForeignKey(Function, on_delete=models.PROTECT, related_name="competences")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="competences"
    )
    organization_kind = models.CharField(max_length=10, blank=True, choices=OrganizationKind)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    legal_basis = models.CharField(_("căn cứ"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="competence_names_a_kind_or_one_organization",
                condition=Q(organization_kind="") ^ Q(organization__isnull=True),
            ),
            one_at_a_time(
                "competence_of_an_organization_said_once_a_day",
                "function",
                "organization",
                WHERE,
                condition=Q(organization__isnull=False),
            ),
            one_at_a_time(
                "competence_of_a_kind_said_once_a_day",
                "function",
                Func("organization_kind", function="hashtext", output_field=models.IntegerField()),
                WHERE,
                condition=Q(organization__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function_id}: {self.organization_kind or self.organization_id}"
