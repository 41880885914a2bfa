"""Which officer looked at whose comment, or took all of them away, and when?"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """One look of an officer at what people wrote, with who wrote it."""

    class What(models.TextChoices):
        """What was looked at."""

        COMMENT = "comment", _("Góp ý")
        FILE = "file", _("Tệp đính kèm")
        EXPORT = "export", _("Bảng tất cả góp ý")

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="readings"
    )
    comment = models.ForeignKey(
        "consultations.Comment", on_delete=models.PROTECT, null=True, related_name="readings"
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
        return f"{self.consultation_id} {self.what}"
