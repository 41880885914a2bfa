"""What is a plan while somebody writes it?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .plan import Plan


class Writing(models.Model):
    """The text of a plan's file as far as it is, right or wrong, kept between pages.

    With a ``plan`` it is the draft that will be written anew. It goes when it became a plan.
    """

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="writings"
    )
    text = models.TextField(blank=True)
    problems: Any = models.JSONField(default=list, blank=True)
    """What stood against the text when it was kept last: pairs of line and sentence."""
    revision = models.PositiveIntegerField(default=1)
    """Grows whenever it is kept; a page that saw an older one changes nothing."""
    begun_at = models.DateTimeField(default=timezone.now)
    kept_at = models.DateTimeField(default=timezone.now)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("bản soạn phương án")
        verbose_name_plural = _("bản soạn phương án")
        ordering = ["-kept_at", "-pk"]
        constraints = [UniqueConstraint(name="writing_one_a_plan", fields=["plan"])]

    def __str__(self) -> str:
        return str(self.pk)
