"""Since when is a procedure no longer there, by which decision, and what came in its place?"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.organizations.models import Hand, Post
from motcua.organizations.queries import HandQuerySet

from .procedures import Procedure


class EndingQuerySet(HandQuerySet):
    """Questions to endings."""

    def of(self, code: str) -> Self:
        """What was decided on a procedure, the newest first, with what replaces it."""
        told = self.filter(procedure__code=code).order_by("-pk")
        return told.select_related("procedure").prefetch_related("successors")


class Ending(Hand):
    """A decision that a procedure ends, such as 1.000110 in favor of 1.001193. Written once.

    NĐ 63/2010/NĐ-CP Art 15: a decision of publication says what is abolished or replaced.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="endings")
    ends_on = models.DateField()
    """The first day on which it is no longer there."""
    decision_number = models.CharField(max_length=100)
    successors = models.ManyToManyField(Procedure, related_name="predecessors", blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = EndingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="ending_names_its_decision", condition=~models.Q(decision_number="")
            ),
            models.UniqueConstraint(
                fields=["procedure", "ends_on", "decision_number"], name="ending_decided_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id}/{self.ends_on}"

    def has_come(self, day: date) -> bool:
        return self.ends_on <= day


class AwaitedSuccessor(models.Model):
    """A code that an ending names and the catalog does not have yet, such as 1.001193.

    Gone once the procedure came and was joined to the successors.
    """

    ending = models.ForeignKey(Ending, on_delete=models.CASCADE, related_name="awaited")
    code = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ending", "code"], name="successor_awaited_once"),
        ]
        indexes = [models.Index(fields=["code"], name="successor_awaited_code")]

    def __str__(self) -> str:
        return f"{self.ending_id}/{self.code}"
