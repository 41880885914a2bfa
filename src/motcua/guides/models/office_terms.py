"""Does this office ask another fee, take another time, or answer another telephone?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import Channel, Procedure
from motcua.organizations.models import Organization
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time
from motcua.worktime.limits import Limit, Unit


class OfficeTerms(Dated):
    """What is so at one office for one procedure, for a period; what is empty is as elsewhere."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="office_terms")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="office_terms"
    )
    fee = models.CharField(_("phí, lệ phí"), max_length=500, blank=True)
    limit_value = models.PositiveSmallIntegerField(_("thời hạn"), null=True, blank=True)
    limit_unit = models.CharField(
        _("đơn vị thời hạn"), max_length=16, blank=True, choices=Channel.LimitUnit
    )
    place = models.CharField(_("nơi tiếp nhận"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    hours = models.CharField(_("giờ tiếp nhận"), max_length=200, blank=True)
    note = models.CharField(_("lưu ý"), max_length=500, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("nội dung riêng của nơi giải quyết")
        verbose_name_plural = _("nội dung riêng của nơi giải quyết")
        constraints = [
            one_at_a_time("office_terms_once_a_day", "procedure", "organization"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.organization_id}"

    @property
    def limit(self) -> Limit | None:
        """Its own time limit, where it has one."""
        unit = Unit(self.limit_unit) if self.limit_unit else None
        return Limit(self.limit_value, unit, "") if unit else None
