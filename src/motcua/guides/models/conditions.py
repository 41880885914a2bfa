"""May I apply? A few questions of a procedure, with what each answer means."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from motcua.catalog.models import Procedure
from motcua.guides import checking, eligibility
from motcua.guides.blocks import CheckBlock
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time


class Condition(Dated):
    """What a procedure asks of who applies, during a period. It advises; it refuses nobody."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="conditions")
    questions = StreamField([("check", CheckBlock())], verbose_name=_("câu hỏi"))
    source = models.TextField(_("nguồn"), blank=True)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("điều kiện của thủ tục")
        verbose_name_plural = _("điều kiện của thủ tục")
        constraints = [one_at_a_time("conditions_once_a_day", "procedure")]

    def __str__(self) -> str:
        return str(self.procedure)

    def clean(self) -> None:
        """Refuse questions that could not be answered, or whose no has no law."""
        super().clean()
        if found := checking.problems_of(eligibility.checks(self.questions.raw_data, {})):
            raise ValidationError(found)
