"""What does the working calendar rest on? Special days and office hours, as data."""

from datetime import time

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class CalendarDay(models.Model):
    """A day that differs from its weekday, for example Fri 02/01/2026, off for Sat 10/01/2026."""

    class Kind(models.TextChoices):
        OFF = "off", _("Ngày nghỉ")
        MAKEUP = "makeup", _("Ngày làm bù")

    date = models.DateField(unique=True)
    kind = models.CharField(max_length=6, choices=Kind)
    name = models.CharField(max_length=120)
    legal_basis = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200)
    official = models.BooleanField(default=True)
    """False for an estimate that no official decision confirms yet."""

    class Meta:
        ordering = ("date",)
        constraints = (
            models.CheckConstraint(
                name="calendar_day_kind_known", condition=Q(kind__in=["off", "makeup"])
            ),
        )

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d} {self.kind}"


class OfficeHours(Dated):
    """The office hours of a season or of all year, for example 7:30-11:30 and 13:30-17:00."""

    morning_from = models.TimeField(default=time(7, 30))
    morning_until = models.TimeField(default=time(11, 30))
    afternoon_from = models.TimeField(default=time(13, 30))
    afternoon_until = models.TimeField(default=time(17))
    cut_off = models.TimeField(default=time(15))
    """After it, what should be done the same day is due the next (NĐ 61/2018 Art 18)."""
    eight_hours_are_a_day = models.BooleanField(default=True)
    """How limits in hours are read: 8 hours as one office day (domain: [M], configurable)."""

    class Meta:
        verbose_name_plural = "office hours"
        constraints = (
            one_at_a_time("office_hours_one_at_a_time"),
            models.CheckConstraint(
                name="office_hours_in_order",
                condition=Q(
                    morning_from__lt=F("morning_until"),
                    morning_until__lte=F("afternoon_from"),
                    afternoon_from__lt=F("afternoon_until"),
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.morning_from:%H:%M}-{self.afternoon_until:%H:%M}"
