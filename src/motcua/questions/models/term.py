"""How long may each step take? Terms as dated data with their source."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time
from motcua.questions.workflow import Kind
from motcua.worktime.limits import Limit, Unit


class Step(models.IntegerChoices):
    """What a term is for."""

    SORT = 1, _("Xem, phân loại")
    """Look at it: take it up, forward, return or ask for more."""
    FORWARD = 2, _("Chuyển đúng cơ quan")
    ANSWER = 3, _("Trả lời")
    """The whole: from its arrival at the office to an approved answer."""
    PUBLISH = 4, _("Gửi, công khai trả lời")
    """From the approval on."""
    ESCALATE = 5, _("Báo người đứng đầu khi quá hạn")
    """How long after a missed term it comes onto the head's list."""
    PING_PONG = 6, _("Báo người đứng đầu khi chuyển lòng vòng")
    """How often it may be forwarded before it comes onto the head's list."""
    REVIEW = 7, _("Xem lại câu trả lời đã công khai")
    """How long after somebody found it right an answer is looked at again."""


class TermUnit(models.TextChoices):
    """What a term is counted in."""

    WORKING_DAY = "working_day", _("ngày làm việc")
    DAY = "day", _("ngày")
    HOUR = "hour", _("giờ làm việc")
    BY_TIME = "by_time", _("trước giờ này trong ngày làm việc")
    """By ``by_time`` of the day, or of the next working day for what comes in later."""
    TIMES = "times", _("lần")


COUNTED = {TermUnit.WORKING_DAY: Unit.WORKING_DAY, TermUnit.DAY: Unit.DAY, TermUnit.HOUR: Unit.HOUR}


class TermRule(Dated):
    """One term during a period: everywhere, or in the one organization that it names.

    >>> TermRule(kind=Kind.PETITION, step=Step.ANSWER, value=15, unit=TermUnit.WORKING_DAY).limit
    Limit(value=15, unit=<Unit.WORKING_DAY: 'working_day'>, note='')
    """

    Step = Step
    Unit = TermUnit

    kind = models.PositiveSmallIntegerField(_("loại"), choices=Kind)
    step = models.PositiveSmallIntegerField(_("bước"), choices=Step)
    organization = models.ForeignKey(
        "organizations.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    value = models.PositiveSmallIntegerField(_("số"), default=0)
    unit = models.CharField(_("đơn vị"), max_length=12, choices=TermUnit)
    by_time = models.TimeField(_("giờ"), null=True, blank=True)
    source = models.CharField(_("căn cứ"), max_length=300)

    class Meta:
        verbose_name = _("thời hạn hỏi đáp")
        verbose_name_plural = _("thời hạn hỏi đáp")
        constraints = [
            one_at_a_time(
                "question_term_one_a_day",
                "kind",
                "step",
                Coalesce("organization", Value(0, output_field=models.BigIntegerField())),
            ),
            CheckConstraint(
                name="question_term_at_a_time_has_one",
                condition=Q(unit="by_time", by_time__isnull=False)
                | ~Q(unit="by_time") & Q(by_time__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.step}"

    @property
    def limit(self) -> Limit:
        """As the working calendar counts it; nothing for ``BY_TIME`` and ``TIMES``."""
        unit = COUNTED.get(TermUnit(self.unit))
        return Limit(self.value, unit) if unit else Limit(None, None)
