"""Whose portal is it, and since when? The site's identity as dated rows that editors write."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class SiteIdentity(Dated):
    """What stands in the header and the foot during a period.

    On 1 September 2026 *tỉnh Quảng Ninh* became *thành phố Quảng Ninh*: two rows, no template
    changed.
    """

    name = models.CharField(_("tên cổng"), max_length=120)
    name_en = models.CharField(_("tên cổng, tiếng Anh"), max_length=120, blank=True)
    tagline = models.CharField(_("dòng giới thiệu"), max_length=200)
    tagline_en = models.CharField(_("dòng giới thiệu, tiếng Anh"), max_length=200, blank=True)
    managing_body = models.CharField(_("cơ quan chủ quản"), max_length=200)
    managing_body_en = models.CharField(
        _("cơ quan chủ quản, tiếng Anh"), max_length=200, blank=True
    )
    address = models.TextField(_("địa chỉ"), blank=True)
    address_en = models.TextField(_("địa chỉ, tiếng Anh"), blank=True)
    hours = models.CharField(_("giờ làm việc"), max_length=200, blank=True)
    hours_en = models.CharField(_("giờ làm việc, tiếng Anh"), max_length=200, blank=True)
    hotline = models.CharField(_("điện thoại hỗ trợ"), max_length=40, blank=True)
    email = models.EmailField(_("thư điện tử hỗ trợ"), blank=True)

    class Meta:
        verbose_name = _("thông tin cổng")
        verbose_name_plural = _("thông tin cổng qua các thời kỳ")
        constraints = (one_at_a_time("site_identity_one_at_a_time"),)
        ordering = ("-valid_during",)

    def __str__(self) -> str:
        return self.name
