"""What did one act change about whom?"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Appointment, AppointmentKind, Post
from motcua.organizations.queries import HandQuerySet
from motcua.periods.models import Dated
from motcua.staffing.terms import Decision

from .event import StaffEvent


class StaffChange(models.Model):
    """One line of a :class:`StaffEvent`: who got, lost or gave which post, and by which decision.

    It keeps in its own columns what was said, so that a later change of the appointment, or its
    revocation, rewrites no history. Written once: the database refuses to change or remove it.
    """

    class What(models.TextChoices):
        BEGUN = "begun", _("Bổ nhiệm")
        ENDED = "ended", _("Thôi giữ chức vụ")
        REVOKED = "revoked", _("Thu hồi việc bổ nhiệm")
        POST_MADE = "post", _("Lập chức danh")
        ACCOUNT_OPENED = "account", _("Mở tài khoản")
        INVITED = "invited", _("Gửi thư mở tài khoản")
        NUMBERED = "numbered", _("Ghi số định danh cá nhân")

    event = models.ForeignKey(StaffEvent, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=8, choices=What)
    appointment = models.ForeignKey(
        Appointment,
        on_delete=models.DO_NOTHING,
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
    )
    """May be gone: what is revoked before its first day leaves the register, not the history."""
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="staff_changes"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=AppointmentKind, blank=True)
    in_place_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    valid_during = DateRangeField(null=True)
    """The days of the appointment after the change."""
    number = models.CharField(_("số quyết định"), max_length=60, blank=True)
    decided_on = models.DateField(_("ngày ký"), null=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=100, blank=True)

    objects: ClassVar = HandQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="staff_change_known",
                condition=models.Q(
                    what__in=[
                        "begun",
                        "ended",
                        "revoked",
                        "post",
                        "account",
                        "invited",
                        "numbered",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.what}"

    @property
    def decision(self) -> str:
        """The decision in words; empty where none is needed."""
        return Decision(self.number, self.decided_on, self.issuer).words if self.number else ""

    @property
    def first_day(self) -> date | None:
        first: date | None = self.valid_during.lower if self.valid_during else None
        return first

    @property
    def last_day(self) -> date | None:
        return Dated.last_day.fget(self) if self.valid_during else None  # type: ignore[attr-defined]
