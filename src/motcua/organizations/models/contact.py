"""Where is an organization, and how does one reach it?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Recorded, one_at_a_time

from .organization import Organization


class Contact(Recorded):
    """Seat and contact for a period (NĐ 224/2026, Điều 9)."""

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="contacts"
    )
    address = models.CharField(_("trụ sở"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    website = models.URLField(_("trang thông tin"), blank=True)
    hours = models.CharField(_("giờ làm việc"), max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    """WGS 84, both or none."""

    class Meta:
        constraints = [
            one_at_a_time("organization_has_one_contact_a_day", "organization"),
            models.CheckConstraint(
                name="contact_place_has_both_numbers",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__gte=-90,
                    latitude__lte=90,
                    longitude__gte=-180,
                    longitude__lte=180,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.pk}"
