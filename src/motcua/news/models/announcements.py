"""What must everybody know now? Announcements, and outages planned or not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Prefetch, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.news import announcing, outages
from motcua.organizations.models import Organization
from motcua.periods.clock import day_of, today
from motcua.search import folding
from motcua.worktime.queries import working_calendar

from .outage_notices import OutageNotice


class AnnouncementQuerySet(models.QuerySet):
    """Questions to announcements; every one of them is asked for a moment."""

    def shown(self, now: datetime) -> Self:
        """Published and not expired."""
        lasting = Q(expires_at=None) | Q(expires_at__gt=now)
        return self.filter(lasting, published_at__lte=now)

    def of_outages(self) -> Self:
        return self.filter(kind__in=Announcement.OUTAGES)

    def ahead(self, now: datetime) -> Self:
        """What still matters: no outage that is over."""
        over = Q(recovered_at__lte=now) | (
            Q(kind=Announcement.Kind.PLANNED_OUTAGE, recovers_at__lte=now)
        )
        return self.shown(now).exclude(over)

    def outages_first(self) -> Self:
        """What stops working before what is only good to know; in each the newest first."""
        is_notice = Case(When(kind=Announcement.Kind.NOTICE, then=1), default=0)
        return self.order_by(is_notice, "-published_at", "-pk")

    def with_owner(self) -> Self:
        """Each with whose it is, and who answers for an ended office now."""
        owners = Prefetch("organization", Organization.objects.with_names_now())
        return self.prefetch_related(owners)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")


class Announcement(models.Model):
    """One thing to know, such as *Tạm ngừng nộp hồ sơ trực tuyến đêm 5/12*."""

    class Kind(models.TextChoices):
        NOTICE = "notice", _("Thông báo")
        PLANNED_OUTAGE = "planned_outage", _("Tạm ngừng dịch vụ có kế hoạch")
        UNPLANNED_OUTAGE = "unplanned_outage", _("Tạm ngừng dịch vụ do sự cố")

    OUTAGES: ClassVar = frozenset({Kind.PLANNED_OUTAGE, Kind.UNPLANNED_OUTAGE})

    kind = models.CharField(_("loại"), max_length=20, choices=Kind, default=Kind.NOTICE)
    title = models.CharField(_("tiêu đề"), max_length=200)
    slug = models.SlugField(
        _("địa chỉ"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("Bỏ trống để lấy từ tiêu đề."),
    )
    text = models.TextField(_("nội dung"), max_length=5000, blank=True)
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cơ quan thông báo"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
    )
    published_at = models.DateTimeField(
        _("công bố từ"), default=timezone.now, help_text=_("Trước lúc này không ai nhìn thấy.")
    )
    expires_at = models.DateTimeField(
        _("gỡ xuống lúc"), null=True, blank=True, help_text=_("Bỏ trống nếu không có hạn.")
    )
    starts_at = models.DateTimeField(_("tạm ngừng từ"), null=True, blank=True)
    recovers_at = models.DateTimeField(_("dự kiến hoạt động lại"), null=True, blank=True)
    recovered_at = models.DateTimeField(
        _("đã hoạt động lại lúc"),
        null=True,
        blank=True,
        help_text=_("Ghi khi dịch vụ đã trở lại; thông báo đầu trang được gỡ ngay."),
    )
    services = models.TextField(
        _("dịch vụ bị ảnh hưởng"), max_length=1000, blank=True, help_text=_("Mỗi dòng một dịch vụ.")
    )
    reason = models.TextField(_("lý do"), max_length=1000, blank=True)

    objects: ClassVar = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = _("thông báo")
        verbose_name_plural = _("thông báo")
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["-published_at"], name="announcement_latest")]
        constraints = [
            models.CheckConstraint(
                name="announcement_kind_known",
                condition=Q(kind__in=["notice", "planned_outage", "unplanned_outage"]),
            ),
            models.CheckConstraint(
                name="outage_says_when",
                condition=Q(kind="notice") | Q(starts_at__isnull=False, recovers_at__isnull=False),
            ),
            models.CheckConstraint(
                name="outage_ends_after_it_begins", condition=Q(recovers_at__gt=F("starts_at"))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self._own_slug()
        super().save(*args, **kwargs)
        announcing.forget()

    def get_absolute_url(self) -> str:
        return reverse("news:announcement", args=[self.slug])

    @property
    def is_outage(self) -> bool:
        return self.kind in self.OUTAGES

    def is_going_on(self, now: datetime) -> bool:
        """Whether it has begun and is not over: the unplanned until somebody says so."""
        if not self.is_outage or self.starts_at is None or now < self.starts_at:
            return False
        planned = self.recovers_at if self.kind == self.Kind.PLANNED_OUTAGE else None
        over = self.recovered_at or planned
        return over is None or now < over

    @property
    def service_names(self) -> list[str]:
        return [line.strip() for line in self.services.splitlines() if line.strip()]

    def clean(self) -> None:
        """Refuse what the law forbids with a sentence that says what is possible."""
        self.slug = self.slug or self._own_slug()
        missing = {
            name: _("Hãy điền mục này.") for name in self._needed() if not getattr(self, name)
        }
        if missing:
            raise ValidationError(missing)
        if self.is_outage and self.starts_at and self.recovers_at:
            self._refuse_disorder()
            self._refuse_short_notice()

    def _needed(self) -> tuple[str, ...]:
        if self.kind == self.Kind.PLANNED_OUTAGE:
            return ("starts_at", "recovers_at", "services")
        if self.kind == self.Kind.UNPLANNED_OUTAGE:
            return ("starts_at", "recovers_at", "services", "reason")
        return ()

    def _refuse_disorder(self) -> None:
        if self.recovers_at <= self.starts_at:  # type: ignore[operator]
            sentence = _("Lúc hoạt động lại phải sau lúc tạm ngừng.")
            raise ValidationError({"recovers_at": sentence})

    def _refuse_short_notice(self) -> None:
        """What was lawful when it was announced stays so, unless it is to begin earlier."""
        if self.kind != self.Kind.PLANNED_OUTAGE or not self._begins_earlier_than_announced():
            return
        earliest, term = self.earliest_start(), self._term()
        if term and earliest and day_of(self.starts_at) < earliest:  # type: ignore[arg-type]
            raise ValidationError({"starts_at": self._too_soon(earliest, term)})

    def _begins_earlier_than_announced(self) -> bool:
        known = Announcement.objects.filter(pk=self.pk, kind=self.kind)
        before = known.values_list("starts_at", flat=True).first()
        return before is None or self.starts_at < before  # type: ignore[operator]

    def earliest_start(self) -> date | None:
        """The first lawful day of the outage if it is announced now, or on its later day."""
        term = self._term()
        if term is None:
            return None
        announced = self._announced_on()
        return outages.earliest_start(announced, term.working_days, working_calendar())

    def _term(self) -> OutageNotice | None:
        return OutageNotice.objects.on(self._announced_on()).first()

    def _announced_on(self) -> date:
        published: datetime | None = self.published_at
        return max(today(), day_of(published)) if published else today()

    def _too_soon(self, earliest: date, term: OutageNotice) -> str:
        return _now(
            "Tạm ngừng có kế hoạch phải được thông báo trước ít nhất %(days)s ngày làm việc "
            "(%(basis)s). Công bố như trên thì sớm nhất được tạm ngừng từ ngày %(earliest)s. "
            "Hãy lùi ngày, hoặc nếu là sự cố thì chọn loại “%(unplanned)s” và nêu lý do."
        ) % {
            "days": term.working_days,
            "basis": term.legal_basis,
            "earliest": f"{earliest:%d/%m/%Y}",
            "unplanned": self.Kind.UNPLANNED_OUTAGE.label,
        }

    def _own_slug(self) -> str:
        """From the title, and with the day where an earlier one has the same."""
        slug = folding.slug(self.title)[:100] or "thong-bao"
        taken = Announcement.objects.filter(slug=slug).exclude(pk=self.pk).exists()
        return f"{slug}-{self._announced_on():%Y-%m-%d}" if taken else slug
