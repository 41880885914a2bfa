"""Who may write versions, look them over and publish them, and who did?"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.catalog import workflow
from motcua.organizations.models import Hand, Post
from motcua.organizations.queries import HandQuerySet
from motcua.periods.models import Dated, one_at_a_time

from .versions import ProcedureVersion


class CatalogPost(Dated):
    """A post with a right over the catalog of procedures, such as one of the Văn phòng UBND."""

    class Right(models.IntegerChoices):
        """What the post may do; one post may have several rights."""

        REVIEW = 1, _("rà soát thủ tục")
        PUBLISH = 2, _("công bố thủ tục")
        WRITE = 3, _("soạn thủ tục và biểu mẫu")

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    right = models.PositiveSmallIntegerField(_("quyền"), choices=Right)

    class Meta:
        verbose_name = _("đầu mối kiểm soát thủ tục")
        verbose_name_plural = _("đầu mối kiểm soát thủ tục")
        constraints = [
            one_at_a_time("catalog_right_given_once_a_day", "post", "right"),
            models.CheckConstraint(name="catalog_right_known", condition=Q(right__in=[1, 2, 3])),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.right}"


class VersionEvent(Hand):
    """A move that was made on a draft. Written once: the database refuses to change it."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=10)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = HandQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="version_event_verb_known", condition=Q(verb__in=[*workflow.BY_VERB])
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        return str(workflow.BY_VERB[self.verb].label)
