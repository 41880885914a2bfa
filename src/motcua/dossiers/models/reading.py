"""Which officer looked at whose dossier, and when?"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """One look of an officer into a dossier: every view is recorded (domain.md §8.3)."""

    class What(models.TextChoices):
        """What was looked at."""

        PAGE = "page", _("Trang hồ sơ")
        PAPER = "paper", _("Giấy tờ đính kèm")
        RESULT = "result", _("Tệp kết quả")
        NUMBERS = "numbers", _("Số định danh đầy đủ")
        RECEIPT = "receipt", _("Giấy tiếp nhận")

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="readings"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, related_name="+"
    )
    what = models.CharField(max_length=8, choices=What)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.what}"
