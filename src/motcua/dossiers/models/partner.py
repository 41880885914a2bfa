"""Who may fill in a draft beforehand, and what came from whom?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from motcua.accounts.fields import SealedJSONField
from motcua.dossiers import partner_keys
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time

KEY_ID = r"^[a-z0-9][a-z0-9.-]*\Z"
"""How the key of a partner is named."""


def is_allowed(value: Any) -> None:
    """A mapping of codes of procedures to lists of questions."""
    whole = isinstance(value, dict) and all(
        isinstance(paths, list) and all(isinstance(path, str) for path in paths)
        for paths in value.values()
    )
    if not whole:
        raise ValidationError(
            _('Hãy viết dạng {"1.001193": ["child.full_name", "child.birth_date"]}.')
        )


class Partner(Dated):
    """An organization outside, such as a hospital, whose signature we know (Ed25519)."""

    name = models.CharField(_("tên đối tác"), max_length=200)
    key_id = models.CharField(
        _("mã khóa"),
        max_length=60,
        validators=[RegexValidator(KEY_ID)],
        help_text=_("Đối tác ghi mã này ở đầu mỗi chữ ký (kid)."),
    )
    public_key = models.TextField(
        _("khóa công khai"),
        validators=[partner_keys.is_public_key],
        help_text=_("Ed25519, dạng PEM."),
    )
    allowed = models.JSONField(
        _("được điền gì"),
        validators=[is_allowed],
        help_text=_("Mã thủ tục và các câu hỏi được điền sẵn."),
    )

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("đối tác điền sẵn hồ sơ")
        constraints = [
            one_at_a_time(
                "partner_key_one_a_day",
                models.Func(models.F("key_id"), models.Value(0), function="hashtextextended"),
            )
        ]

    def __str__(self) -> str:
        return self.name


class PartnerPrefill(models.Model):
    """What a partner sent about one request, until the citizen takes it or time is over."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="prefills")
    version = models.ForeignKey(
        "catalog.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    key = models.CharField(max_length=64, unique=True, editable=False)
    """Keyed hash of what stands in the link."""
    number = models.CharField(max_length=64, editable=False)
    """The partner's own number of the request (``jti``); the same one is taken once."""
    subject_key = models.CharField(max_length=64, blank=True, editable=False)
    """Of whose personal number it is for, if the partner said so."""
    answers: Any = SealedJSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who took it."""
    draft = models.ForeignKey(
        "dossiers.Draft", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "number"], name="partner_prefill_taken_once"
            ),
            models.CheckConstraint(
                name="partner_prefill_taken_by_somebody",
                condition=Q(taken_at__isnull=True, person__isnull=True)
                | Q(taken_at__isnull=False, person__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="partner_prefill_by_age")]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.pk}"


class DraftSource(models.Model):
    """From where some answers of a draft came, and who agreed to that: kept with the draft."""

    draft = models.ForeignKey("dossiers.Draft", on_delete=models.CASCADE, related_name="sources")
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    paths = models.JSONField(default=list)
    """Which questions were filled in."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="draft_source_is_one_thing",
                condition=Q(dossier__isnull=False, partner__isnull=True)
                | Q(dossier__isnull=True, partner__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.pk}"

    @property
    def words(self) -> str:
        """What the last page says of it."""
        told = {"count": len(self.paths)}
        if self.partner is not None:
            words = now("%(name)s gửi: %(count)s câu trả lời")
            return words % {**told, "name": self.partner.name}
        code = self.dossier.code if self.dossier else ""
        return now("Hồ sơ %(code)s của bạn: %(count)s câu trả lời") % {**told, "code": code}
