"""Did the page of a procedure help? Yes or no and a few words; nothing is known of who said so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from .procedures import Procedure

LONGEST = 500


class OpinionQuerySet(models.QuerySet):
    """Questions to what readers said."""

    def by_procedure(self) -> models.QuerySet:
        """Code, how many found the page helpful and not, and how many wrote words."""
        counted = self.values("procedure__code").annotate(
            yes=Count("pk", filter=Q(helped=True)),
            no=Count("pk", filter=Q(helped=False)),
            written=Count("pk", filter=~Q(words="")),
        )
        return counted.order_by("-no", "-written", "procedure__code")


class PageOpinion(models.Model):
    """One reader's word on a version of a page, without what looked personal in it."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="opinions")
    version_number = models.PositiveSmallIntegerField()
    helped = models.BooleanField()
    words = models.CharField(_("lời nhắn"), max_length=LONGEST, blank=True)
    is_doubtful = models.BooleanField(default=False)
    """Whether a machine may have sent it; officers see such words apart."""
    day = models.DateField()

    objects: ClassVar = OpinionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["procedure", "-day"], name="opinion_of_procedure")]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.day}"
