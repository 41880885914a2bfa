"""How high may a place or an agency stand?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.IntegerChoices):
    """The district tier ended on 30/06/2025 (NQ 203/2025/QH15)."""

    PROVINCE = 1, _("cấp tỉnh")
    DISTRICT = 2, _("cấp huyện")
    COMMUNE = 3, _("cấp xã")
