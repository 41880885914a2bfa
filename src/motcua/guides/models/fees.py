"""What does it cost whom? Amounts that a text of law states, and who pays less or nothing."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import Channel, Procedure
from motcua.periods.models import Dated, DatedQuerySet


class Fee(Dated):
    """An amount for one way to file or for all, in a case or in every one, during a period.

    By the piece where it says *for each*: 2.000 for each page, 1.000 from the third on, 200.000 at
    most are two rows.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="fees")
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    channel = models.PositiveSmallIntegerField(
        _("cách nộp"), choices=Channel.Kind, default=Channel.Kind.UNSPECIFIED
    )
    case = models.CharField(_("trường hợp"), max_length=200, blank=True)
    amount = models.PositiveBigIntegerField(
        _("số tiền (đồng)"),
        null=True,
        blank=True,
        help_text=_("Để trống khi văn bản để nơi khác quy định; trang sẽ bảo hỏi nơi tiếp nhận."),
    )
    per = models.CharField(
        _("cho mỗi"),
        max_length=60,
        blank=True,
        help_text=_("Ví dụ bản, trang. Người dân được hỏi cần bao nhiêu, và trang tính ra tổng."),
    )
    first = models.PositiveSmallIntegerField(
        _("từ cái thứ"),
        default=1,
        help_text=_("Mức này tính từ bản, trang thứ mấy; những cái trước theo mức khác."),
    )
    most = models.PositiveBigIntegerField(_("nhiều nhất (đồng)"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("mức phí, lệ phí")
        verbose_name_plural = _("mức phí, lệ phí")
        ordering = ["procedure", "position", "pk"]
        constraints = [
            models.CheckConstraint(name="fee_has_its_basis", condition=~Q(basis="")),
            models.CheckConstraint(name="fee_channel_known", condition=Q(channel__in=range(4))),
            models.CheckConstraint(name="fee_counts_from_one", condition=Q(first__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.channel}"


class Exemption(Dated):
    """Who pays less, or nothing, and by which text; during a period."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="exemptions")
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    who = models.CharField(_("ai"), max_length=300)
    percent_off = models.PositiveSmallIntegerField(
        _("giảm bao nhiêu phần trăm"), null=True, blank=True
    )
    """100 is free; empty where the text leaves the amount to the office."""
    proof = models.CharField(_("giấy tờ chứng minh"), max_length=300, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("miễn, giảm phí")
        verbose_name_plural = _("miễn, giảm phí")
        ordering = ["procedure", "position", "pk"]
        constraints = [
            models.CheckConstraint(name="exemption_has_its_basis", condition=~Q(basis="")),
            models.CheckConstraint(
                name="exemption_is_a_share",
                condition=Q(percent_off=None) | Q(percent_off__range=(1, 100)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.position}"
