"""How long before is a planned outage announced? A term that law sets, so a dated row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class OutageNotice(Dated):
    """How many working days before a planned outage is announced, as the law of the day says."""

    working_days = models.PositiveSmallIntegerField(_("số ngày làm việc báo trước"))
    legal_basis = models.CharField(_("căn cứ"), max_length=200)

    class Meta:
        verbose_name = _("thời hạn báo trước")
        verbose_name_plural = _("thời hạn báo trước")
        constraints = [one_at_a_time("outage_notice_one_at_a_time")]

    def __str__(self) -> str:
        return f"{self.working_days} ({self.legal_basis})"
