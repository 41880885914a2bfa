"""What happens in a life? Something like *Sinh con*, and the procedures that it may take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import models
from django.utils.translation import gettext_lazy as _

from .procedures import Procedure


class LifeEvent(models.Model):
    """Something that happens, by which the list can be narrowed; a guide says what it takes."""

    slug = models.SlugField(_("địa chỉ"), unique=True)
    name = models.CharField(_("tên"), max_length=100)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    procedures = models.ManyToManyField(Procedure, related_name="life_events", editable=False)
    """Gathered from its guides; both columns of the table between have their index."""

    class Meta:
        verbose_name = _("việc trong đời")
        verbose_name_plural = _("việc trong đời")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name

    def gather(self, codes: Iterable[Sequence[str]]) -> None:
        """Take the procedures of its guides, those of none no longer."""
        wanted = set(chain.from_iterable(codes))
        self.procedures.set(Procedure.objects.filter(code__in=wanted))
