"""How long is a draft kept that nobody goes on with?"""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time


class DraftKeeping(Dated):
    """A rule that holds for a period: after how many days without a change a draft is deleted.

    Personal data are kept no longer than their purpose needs (Luật Bảo vệ dữ liệu cá nhân
    91/2025/QH15; which period is the province's to decide [M]).
    """

    procedure = models.ForeignKey(
        "catalog.Procedure",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thủ tục"),
        help_text=_("Để trống: mọi thủ tục không có quy tắc riêng."),
    )
    days = models.PositiveSmallIntegerField(
        _("số ngày giữ từ lần sửa cuối"),
        validators=[MinValueValidator(2), MaxValueValidator(1095)],
    )
    warned_days = models.PositiveSmallIntegerField(
        _("báo trước khi xóa bao nhiêu ngày"),
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("thời gian giữ bản nháp")
        constraints = [
            one_at_a_time("draft_keeping_one_rule_a_day", Coalesce(F("procedure"), Value(0))),
            models.CheckConstraint(
                name="draft_keeping_warns_before",
                condition=Q(warned_days__gte=1, days__gt=F("warned_days")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days}/{self.warned_days}"
