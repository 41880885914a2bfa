"""What was changed in a published article, and what readers were told."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .edited import Edited


class CorrectionQuerySet(models.QuerySet):
    """Questions to the corrections."""

    def shown(self) -> Self:
        """Those that readers are told of, newest first."""
        return self.filter(kind=Edited.Change.NOTICE).order_by("-made_at", "-pk")


class Correction(models.Model):
    """One change after the first publication; appended, never edited."""

    article = models.ForeignKey(
        "news.Article",
        verbose_name=_("bài viết"),
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    kind = models.CharField(_("loại"), max_length=6, choices=Edited.Change)
    note = models.CharField(_("nội dung"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("lúc"), default=timezone.now, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người sửa"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects: ClassVar = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần sửa")
        verbose_name_plural = _("lần sửa")
        constraints = [
            CheckConstraint(
                name="correction_notice_has_words", condition=~Q(kind="notice") | ~Q(note="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.kind}"
