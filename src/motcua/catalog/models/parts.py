"""The parts of a version that stand in lists: channels, cases with their papers, law, results."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from motcua.worktime.limits import Limit, Unit

from .versions import ProcedureVersion


class Channel(models.Model):
    """One way to file and to be answered: how long it takes and what it costs there.

    A record may hold two rows of one kind, where the fee differs by office (2.000815).
    """

    class Kind(models.IntegerChoices):
        """Numbers of the national portal's ``KenhThucHien`` (domain.md §1.4)."""

        UNSPECIFIED = 0, pgettext_lazy("channel", "Chưa ghi rõ cách nộp")
        DIRECT = 1, pgettext_lazy("channel", "Trực tiếp")
        ONLINE = 2, pgettext_lazy("channel", "Trực tuyến")
        POST = 3, pgettext_lazy("channel", "Bưu chính công ích")

    class LimitUnit(models.TextChoices):
        """In what a time limit is counted; empty where the record names no unit."""

        SAME_DAY = Unit.SAME_DAY.value, pgettext_lazy("limit", "trong ngày")
        HOUR = Unit.HOUR.value, pgettext_lazy("limit", "giờ")
        DAY = Unit.DAY.value, pgettext_lazy("limit", "ngày")
        WORKING_DAY = Unit.WORKING_DAY.value, pgettext_lazy("limit", "ngày làm việc")
        MONTH = Unit.MONTH.value, pgettext_lazy("limit", "tháng")

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="channels")
    position = models.PositiveSmallIntegerField()
    kind = models.PositiveSmallIntegerField(choices=Kind)
    limit_value = models.PositiveSmallIntegerField(null=True, blank=True)
    limit_unit = models.CharField(max_length=16, blank=True, choices=LimitUnit)
    limit_note = models.TextField(blank=True)
    fee_amount = models.PositiveBigIntegerField(null=True, blank=True)
    """In đồng, only where the record leaves no doubt; never computed from (domain.md §5.2)."""
    fee_text = models.TextField(blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="channel_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}/{self.position}"

    @property
    def limit(self) -> Limit:
        """The limit; not machine-readable where the record gives no number or no unit."""
        unit = Unit(self.limit_unit) if self.limit_unit else None
        return Limit(self.limit_value, unit, self.limit_note)


class Case(models.Model):
    """A situation with papers of its own, such as *Trẻ bị bỏ rơi*; unnamed where there is one."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="cases")
    position = models.PositiveSmallIntegerField()
    name = models.TextField(blank=True)

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="case_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}/{self.position}"


class Component(models.Model):
    """One paper of a dossier, handed in or only shown."""

    class Kind(models.TextChoices):
        """What the citizen does with the paper (domain.md §5.2)."""

        SUBMIT = "submit", pgettext_lazy("component", "Nộp")
        SHOW = "show", pgettext_lazy("component", "Xuất trình")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="components")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.SUBMIT)
    originals = models.PositiveSmallIntegerField(null=True, blank=True)
    """How many originals; None where not recorded, 0 where the record says 0."""
    copies = models.PositiveSmallIntegerField(null=True, blank=True)
    condition = models.TextField(blank=True)
    form_template = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["case", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="component_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.position}"

    @property
    def must_submit(self) -> bool:
        return self.kind == self.Kind.SUBMIT


class LegalBasis(models.Model):
    """A law, decree or circular on which the procedure stands."""

    version = models.ForeignKey(
        ProcedureVersion, on_delete=models.CASCADE, related_name="legal_basis"
    )
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=200, blank=True)
    title = models.TextField(blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer = models.TextField(blank=True)

    class Meta:
        ordering = ["version", "position"]
        verbose_name_plural = "legal basis"

    def __str__(self) -> str:
        return self.number


class ResultType(models.Model):
    """What the citizen receives, such as KQ.G15.000031 *Giấy khai sinh*."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="results")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, blank=True)
    name = models.TextField()

    class Meta:
        ordering = ["version", "position"]

    def __str__(self) -> str:
        return self.code
