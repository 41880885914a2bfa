"""How many people may an organization employ, and how many does it?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Remembered

from .organization import Organization


class Quota(Remembered):
    """Headcount (*biên chế*) of one kind in one year: as assigned, and as it is.

    The year is its valid time; what was corrected later is remembered like everything else.
    """

    class Kind(models.TextChoices):
        CIVIL_SERVANTS = "civil", _("công chức")
        PUBLIC_EMPLOYEES = "public", _("viên chức")
        CONTRACT_STAFF = "contract", _("hợp đồng lao động")

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="quotas")
    year = models.PositiveSmallIntegerField(_("năm"))
    kind = models.CharField(_("loại biên chế"), max_length=8, choices=Kind)
    assigned = models.PositiveIntegerField(_("được giao"))
    actual = models.PositiveIntegerField(_("có mặt"), null=True, blank=True)
    decision = models.CharField(_("quyết định giao"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="quota_said_once_a_year", fields=["organization", "year", "kind"]
            ),
            models.CheckConstraint(
                name="quota_kind_known",
                condition=models.Q(kind__in=["civil", "public", "contract"]),
            ),
            models.CheckConstraint(
                name="quota_year_has_four_digits",
                condition=models.Q(year__gte=1900, year__lte=2999),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.year} {self.kind}"
