"""Which officer looked at whose question, and when?"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """One look of an officer at a question with its asker: every view is recorded."""

    class What(models.TextChoices):
        """What was looked at."""

        PAGE = "page", _("Trang câu hỏi")
        FILE = "file", _("Tệp đính kèm")

    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, related_name="readings"
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
        return f"{self.question_id} {self.what}"
