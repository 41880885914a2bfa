"""What is tried out in the administration, for how long, and on whose word?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.reorganization import pilot_workflow
from motcua.reorganization.pilot_queries import PilotQuerySet
from motcua.reorganization.pilot_workflow import State

from .pilot_door import PilotDoor

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .pilot_history import PilotDecision, PilotEvent, PilotReview
    from .pilot_parts import PilotOrganization, PilotPost


class PilotKind(models.TextChoices):
    """What is tried (domain.md §13)."""

    MERGED_BODY = "merged", _("cơ quan hợp nhất Đảng - chính quyền")
    """*Ban Tổ chức – Nội vụ*, *Kiểm tra – Thanh tra*."""
    ONE_PERSON_TWO_POSTS = "two_posts", _("một người giữ hai chức danh")
    """*Nhất thể hóa*: bí thư đồng thời là chủ tịch."""
    SHARED_STAFF = "shared", _("dùng chung bộ máy giúp việc")
    """One office, one counter or one staff for several bodies."""
    OTHER = "other", pgettext_lazy("pilot kind", "mô hình khác")


class Pilot(PilotDoor):
    """A model on trial, such as TD-2026-003, with the days on which it must be looked at.

    Nothing makes a review overdue but its day, read when somebody asks.
    """

    State = State
    Kind = PilotKind

    code = models.CharField(max_length=16, unique=True, editable=False)
    name = models.CharField(_("tên mô hình"), max_length=200)
    kind = models.CharField(_("loại mô hình"), max_length=10, choices=PilotKind)
    about = models.TextField(_("nội dung thí điểm"), blank=True)
    """What is done differently, and what is expected of it."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who set it up and decides what comes of it."""
    started_on = models.DateField(_("ngày bắt đầu"))
    laws = models.ManyToManyField("legal.LegalDocument", blank=True, related_name="pilots")
    basis = models.TextField(_("căn cứ"), blank=True)
    """Decisions and conclusions that are not kept as laws, in words."""
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    search_text = models.TextField(editable=False, default="")
    """Code and name without marks, for searching."""

    objects = PilotQuerySet.as_manager()

    if TYPE_CHECKING:
        participations: RelatedManager[PilotOrganization]
        posts: RelatedManager[PilotPost]
        reviews: RelatedManager[PilotReview]
        decisions: RelatedManager[PilotDecision]
        events: RelatedManager[PilotEvent]

    class Meta:
        verbose_name = _("mô hình thí điểm")
        verbose_name_plural = _("mô hình thí điểm")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="pilot_state_known"),
            models.CheckConstraint(condition=Q(kind__in=PilotKind.values), name="pilot_kind_known"),
        ]
        indexes = [
            models.Index(fields=["organization", "state"], name="pilot_of_office"),
            models.Index(
                fields=["-started_on", "-id"],
                condition=Q(state__in=sorted(pilot_workflow.PUBLIC)),
                name="pilot_in_the_register",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state in pilot_workflow.PUBLIC

    @property
    def is_running(self) -> bool:
        return self.state == State.RUNNING

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state in pilot_workflow.OPEN

    @property
    def was_finally_reviewed(self) -> bool:
        """Whether a tổng kết was held: what was tried is then known."""
        return self.reviews.filter(kind="final", held_on__isnull=False).exists()

    def has_begun(self, day: date) -> bool:
        return self.started_on <= day


class PilotSerial(models.Model):
    """The last serial number that a year of beginnings gave out."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year"], name="pilot_serial_one_a_year")]

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
