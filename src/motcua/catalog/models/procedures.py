"""The procedure itself: the code that never changes, and the shelf where citizens look for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from motcua.catalog.queries import ProcedureQuerySet
from motcua.organizations.models import Function

if TYPE_CHECKING:
    from .versions import ProcedureVersion

CODE = r"[0-9]\.[0-9]{6}"
"""A code is always eight characters, such as 1.001193 (domain.md §5.2)."""


class Sector(models.Model):
    """A shelf of this portal, such as *Gia đình và hộ tịch*; our own order, not the law's."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, null=True, blank=True, related_name="sectors"
    )
    """The field of state management to which its procedures belong, where that is settled."""

    class Meta:
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.slug


class Procedure(models.Model):
    """An administrative procedure of the national database, such as 1.001193."""

    code = models.CharField(max_length=8, unique=True, validators=[RegexValidator(rf"^{CODE}$")])
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="procedures")

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=rf"^{CODE}$"), name="procedure_code_shape"
            )
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("catalog:procedure", args=[self.code])

    def version_on(self, day: date) -> ProcedureVersion | None:
        """The published version that holds on ``day``."""
        return self.versions.published().on(day).first()
