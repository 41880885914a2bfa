"""A version of a procedure: editable as a draft, beyond change once published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from motcua.catalog import exceptions, legal_parts, publication, workflow
from motcua.catalog.queries import VersionQuerySet
from motcua.organizations.models import Organization, Post
from motcua.periods.models import Dated, one_at_a_time

from .procedures import Procedure

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.queries import OrganizationQuerySet

    from .parts import Channel

ONLINE = 2
"""``Channel.Kind.ONLINE``, which stands in a module above."""


class ProcedureVersion(Dated):
    """What a procedure demands during a period, as one decision published it."""

    class Level(models.TextChoices):
        """The tiers at which a record says that the procedure is done."""

        MINISTRY = "ministry", pgettext_lazy("level", "Cấp bộ")
        PROVINCE = "province", pgettext_lazy("level", "Cấp tỉnh")
        COMMUNE = "commune", pgettext_lazy("level", "Cấp xã")
        OTHER = "other", pgettext_lazy("level", "Cơ quan khác")

    class OnlineLevel(models.TextChoices):
        """NĐ 224/2026 Art 14; empty where not recorded."""

        FULL = "full", pgettext_lazy("online", "Toàn trình")
        PARTIAL = "partial", pgettext_lazy("online", "Một phần")

    class SupplementPolicy(models.TextChoices):
        """What a supplement does to the clock."""

        RESTART = "restart", pgettext_lazy("clock", "Tính lại từ đầu")  # NĐ 61/2018 Art 19.4
        RESUME = "resume", pgettext_lazy("clock", "Tính tiếp")

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.TextField()
    name_sort_key = models.TextField(editable=False)
    summary = models.TextField(blank=True)
    recorded_sector = models.TextField(blank=True)
    kind = models.TextField(blank=True)
    levels = ArrayField(models.CharField(max_length=16, choices=Level))
    online_level = models.CharField(max_length=8, blank=True, choices=OnlineLevel)
    partial_reason = models.TextField(blank=True)
    decision_number = models.CharField(max_length=100, blank=True)
    effective_from = models.DateField(null=True, blank=True)
    """As the decision says; ``valid_during`` is when this portal shows the version."""
    audiences = ArrayField(models.TextField(), default=list, blank=True)
    authority = models.TextField(blank=True)
    competent_authority = models.TextField(blank=True)
    delegated_authority = models.TextField(blank=True)
    coordinating_authority = models.TextField(blank=True)
    reception_address = models.TextField(blank=True)
    steps = ArrayField(models.TextField(), default=list, blank=True)
    conditions = ArrayField(models.TextField(), default=list, blank=True)
    how_many_sets = models.PositiveSmallIntegerField(null=True, blank=True)
    notes = ArrayField(models.TextField(), default=list, blank=True)
    related = ArrayField(models.TextField(), default=list, blank=True)
    keywords = ArrayField(models.TextField(), default=list, blank=True)
    popular_names = ArrayField(models.TextField(), default=list, blank=True)
    states_none = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    """Legal parts of which the source itself says that there are none (see legal_parts.py)."""
    supplement_policy = models.CharField(
        max_length=8, choices=SupplementPolicy, default=SupplementPolicy.RESTART
    )
    form = models.JSONField(null=True, blank=True)
    form_layout = models.JSONField(null=True, blank=True)
    source = models.JSONField(default=dict, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    """Hash of the recorded content; an equal one needs no new version."""
    stage = models.CharField(
        max_length=10, choices=workflow.State, default=workflow.State.DRAFT, editable=False
    )
    """How far a draft is; of a published version ``state`` tells, by ``published_at``."""
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every move of a draft; a page that saw an older one decides nothing."""
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    published_in = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects: ClassVar = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["procedure", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=~Q(online_level="partial") | ~Q(partial_reason=""),
                name="partial_version_gives_a_reason",  # NĐ 224/2026 Art 14
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["draft", "reviewed", "discarded"]),
                name="version_stage_known",
            ),
            models.CheckConstraint(
                condition=~Q(stage="discarded") | Q(published_at__isnull=True),
                name="discarded_version_is_not_published",
            ),
            one_at_a_time(
                "one_published_version_a_day",
                "procedure",
                condition=Q(published_at__isnull=False),
            ),
        ]
        indexes = [
            GinIndex(fields=["levels"], name="version_levels"),
            GinIndex(fields=["audiences"], name="version_audiences"),
            models.Index(fields=["online_level"], name="version_online_level"),
            models.Index(fields=["name_sort_key"], name="version_in_vietnamese_order"),
            models.Index(
                fields=["entered_at"],
                condition=Q(published_at__isnull=True, stage__in=["draft", "reviewed"]),
                name="version_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id}/{self.number}"

    # --- Questions -------------------------------------------------------------

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def state(self) -> workflow.State:
        """Where it stands between draft and publication."""
        return workflow.State.PUBLISHED if self.is_published else workflow.State(self.stage)

    def holds_on(self, day: date) -> bool:
        return not self.valid_during.isempty and super().holds_on(day)

    @property
    def has_an_end(self) -> bool:
        """Whether it holds no longer or will not for ever; only then is there an end to ask for."""
        return bool(self.valid_during.isempty) or self.valid_during.upper is not None

    def channel(self, kind: int) -> Channel | None:
        """The first channel of a kind; where the record names none, the unspecified one."""
        rows = list(self.channels.all())
        return next(
            (row for wanted in (kind, 0) for row in rows if row.kind == wanted),
            None,
        )

    def offices_on(self, day: date) -> OrganizationQuerySet:
        """The organizations that may decide it on ``day``, by the rules of this province."""
        rules = list(self.procedure.assignments.on(day).deciding())
        return Organization.objects.on(day).filter(
            Q(pk__in=[rule.organization_id for rule in rules if rule.organization_id])
            | Q(kind__in=[rule.organization_kind for rule in rules if rule.organization_kind])
        )

    @property
    def level_names(self) -> list[str]:
        return [str(self.Level(level).label) for level in self.levels]

    @property
    def ways(self) -> list[str]:
        """The ways to file that the record names, each once."""
        named = (str(row.get_kind_display()) for row in self.channels.all() if row.kind)
        return list(dict.fromkeys(named))

    @property
    def first_day(self) -> date | None:
        """From when this portal shows it."""
        return self.valid_during.lower if self.valid_during else None

    @property
    def earlier_number(self) -> int:
        """The number of the version that was published before it; 0 before the first."""
        others = type(self).objects.published().filter(procedure=self.procedure_id)
        before = others.filter(number__lt=self.number).order_by("-number")
        return (before.values_list("number", flat=True).first() or 0) if self.number > 1 else 0

    @property
    def takes_online(self) -> bool:
        """Whether it has a form, and no recorded list of channels that lacks the online one."""
        kinds = {row.kind for row in self.channels.all() if row.kind}
        return self.form is not None and (not kinds or ONLINE in kinds)

    @property
    def names_online(self) -> bool:
        """Whether the record says that one can file online, wherever that is."""
        return any(row.kind == ONLINE for row in self.channels.all())

    def missing_parts(self) -> list[str]:
        """The names of the legal parts that nobody has entered yet."""
        return legal_parts.missing_from(self)

    # --- Verbs -----------------------------------------------------------------

    def publish(self, *, by: Acting) -> None:
        """Put the version in force, and end the one before it on the day this one begins."""
        publication.publish([self], by=by)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.is_published:
            raise exceptions.VersionPublished
        super().save(*args, **kwargs)
