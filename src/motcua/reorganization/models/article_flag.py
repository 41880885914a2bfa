"""Which articles name what a plan ended, and did somebody look?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.utils import timezone

from .plan import Plan

if TYPE_CHECKING:
    from motcua.accounts.models import Person


class ArticleFlagQuerySet(models.QuerySet["ArticleFlag"]):
    """Questions to flags."""

    def open(self) -> ArticleFlagQuerySet:
        """Those that nobody has looked at as the article is now."""
        return self.filter(seen_at__isnull=True)

    def open_first(self) -> ArticleFlagQuerySet:
        return self.order_by(models.F("seen_at").desc(nulls_first=True), "-pk")


class ArticleFlag(models.Model):
    """A published article names an organization that ended or is called otherwise now.

    What was news then keeps its names; a guide that is still used gets the new ones. An editor
    decides, and says that they looked. When the article changes it is read again: a flag goes with
    the names, or is open again.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="article_flags")
    article = models.ForeignKey("news.Article", on_delete=models.CASCADE, related_name="+")
    names = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = ArticleFlagQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(name="article_flagged_once_a_plan", fields=["plan", "article"]),
            CheckConstraint(
                name="article_flag_seen_by_somebody",
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
            ),
        ]
        indexes = [
            Index(fields=["article"], condition=Q(seen_at__isnull=True), name="article_flag_open"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.article_id}"

    @property
    def is_open(self) -> bool:
        return self.seen_at is None

    def look_at(self, *, by: Person) -> bool:
        """Say that somebody looked; whether they were the first."""
        here = ArticleFlag.objects.open().filter(pk=self.pk)
        return bool(here.update(seen_by=by, seen_at=timezone.now()))

    def read_again(self, names: str) -> None:
        """The article changed: nothing of what was said about it holds."""
        if not names:
            self.delete()
            return
        self.names, self.seen_by, self.seen_at = names, None, None
        self.save(update_fields=["names", "seen_by", "seen_at"])
