"""What is a consultation?"""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.consultations import workflow
from motcua.consultations.queries import ConsultationQuerySet
from motcua.consultations.workflow import Phase, State
from motcua.periods.clock import today

from .verbs import Verbs


class Consultation(Verbs):
    """One round in which everybody may comment on a draft, such as LYK-2026-003.

    The draft stays as it was opened. Another version of it is another round that ``follows``.
    """

    State = State

    code = models.CharField(max_length=16, unique=True, editable=False)
    form_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """The idempotency of the form: one key, one consultation."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """The drafting organization, whose posts own it."""
    kind = models.ForeignKey(
        "consultations.DraftKind",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("loại dự thảo"),
    )
    title = models.CharField(_("tên dự thảo"), max_length=300)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    lead = models.TextField(_("giới thiệu"), blank=True)
    asks = models.TextField(_("cần góp ý điều gì"), blank=True)
    receiver = models.CharField(_("nơi nhận góp ý khác"), max_length=400, blank=True)
    """Where comments on paper go, and whom to ask."""
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followers"
    )
    """The round about the version before this one."""
    opens_on = models.DateField(null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    first_closes_on = models.DateField(null=True, blank=True, editable=False)
    """The closing day as it was first published."""
    days_required = models.PositiveSmallIntegerField(default=0, editable=False)
    """What ``law`` demanded on the day of opening."""
    law = models.CharField(max_length=200, blank=True, editable=False)
    summary_due_on = models.DateField(null=True, blank=True, editable=False)
    summary = models.TextField(_("báo cáo tiếp thu, giải trình: phần chung"), blank=True)
    summed_up_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, default="")
    """Code and title without marks, for the desk's search."""

    objects = ConsultationQuerySet.as_manager()

    if TYPE_CHECKING:
        articles: Any
        documents: Any
        comments: Any
        answers: Any
        events: Any
        readings: Any

    class Meta:
        verbose_name = _("đợt lấy ý kiến")
        verbose_name_plural = _("đợt lấy ý kiến")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="consultation_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=workflow.PUBLIC)
                | Q(opens_on__isnull=False, closes_on__isnull=False, first_closes_on__isnull=False),
                name="consultation_open_from_to",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True)
                | Q(first_closes_on__lte=F("closes_on"), opens_on__lte=F("first_closes_on")),
                name="consultation_days_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SUMMED_UP)
                | Q(summed_up_at__isnull=False) & ~Q(summary=""),
                name="consultation_summed_up_has_a_summary",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "closes_on"], name="consultation_by_closing"),
            models.Index(fields=["kind", "state", "closes_on"], name="consultation_of_kind"),
            models.Index(
                fields=["organization", "state", "closes_on"], name="consultation_of_office"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    # --- Questions -------------------------------------------------------------

    @property
    def is_preparing(self) -> bool:
        return self.state == State.PREPARING

    @property
    def is_open(self) -> bool:
        """Whether everybody may comment today."""
        return self.phase is Phase.OPEN

    @property
    def is_waiting(self) -> bool:
        """Closed, and its summary is owed."""
        return self.phase is Phase.CLOSED

    @property
    def is_summed_up(self) -> bool:
        return self.state == State.SUMMED_UP

    @property
    def is_canceled(self) -> bool:
        return self.state == State.CANCELED

    @property
    def takes_answers(self) -> bool:
        """Whether comments are being answered: from the opening to the summary."""
        return self.state == State.OPENED

    @property
    def was_extended(self) -> bool:
        return self.closes_on != self.first_closes_on

    @property
    def days_left(self) -> int:
        """Whole days after today; 0 on the closing day itself."""
        return max(0, (self.closes_on - today()).days) if self.closes_on else 0

    @property
    def is_late(self) -> bool:
        """Whether the summary is owed for longer than its term."""
        return self.is_late_on(today())

    def is_late_on(self, day: date) -> bool:
        waits = self.phase_on(day) is Phase.CLOSED
        return waits and self.summary_due_on is not None and day > self.summary_due_on
