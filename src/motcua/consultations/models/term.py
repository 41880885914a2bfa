"""How many days must a draft be open, and when is its summary due? Dated data with its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class Step(models.IntegerChoices):
    """What a term is for."""

    OPEN = 1, _("Lấy ý kiến ít nhất")
    """How long at least everybody may comment."""
    SUM_UP = 2, _("Công bố tiếp thu, giải trình trong")
    """Counted from the closing day."""


class TermRule(Dated):
    """One term of a kind of drafts during a period, in days of the calendar.

    Luật 64/2025/QH15 replaced the sixty days of Luật 80/2015/QH13 by twenty on 01/04/2025.
    """

    Step = Step

    kind = models.ForeignKey(
        "consultations.DraftKind",
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=_("loại dự thảo"),
    )
    step = models.PositiveSmallIntegerField(_("bước"), choices=Step)
    days = models.PositiveSmallIntegerField(_("số ngày"))
    law = models.CharField(_("luật, như người đọc thấy"), max_length=200)
    source = models.CharField(_("căn cứ"), max_length=300)

    class Meta:
        verbose_name = _("thời hạn lấy ý kiến")
        verbose_name_plural = _("thời hạn lấy ý kiến")
        constraints = [
            one_at_a_time("consultation_term_one_a_day", "kind", "step"),
            models.CheckConstraint(
                condition=models.Q(days__gte=1), name="consultation_term_has_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id}/{self.step}"
