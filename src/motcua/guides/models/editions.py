"""What does a guide say on which day?"""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from motcua.catalog.models import LifeEvent
from motcua.guides import checking, publication, reading
from motcua.guides.blocks import QuestionBlock, StepBlock
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time


class EditionQuerySet(DatedQuerySet):
    """Questions to guides."""

    def in_order(self) -> Self:
        """With their events, as the portal lists them."""
        return self.select_related("event").order_by("event__position", "event__slug")


class Edition(Dated):
    """A guide for what happens in a life, as it holds for a period: questions, then what to do."""

    event = models.ForeignKey(LifeEvent, on_delete=models.PROTECT, related_name="editions")
    lead = models.CharField(_("dẫn"), max_length=300)
    also_called = models.TextField(_("người dân thường nói"), blank=True)
    """What people say when it happens to them, to be found by; nobody is shown it."""
    questions = StreamField([("question", QuestionBlock())], verbose_name=_("hỏi gì"), blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("làm gì, theo thứ tự"))
    source = models.TextField(_("nguồn"), blank=True)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    """Of the file that the house brought; an equal one brings nothing new."""

    objects: ClassVar = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("hướng dẫn theo việc")
        verbose_name_plural = _("hướng dẫn theo việc")
        constraints = [one_at_a_time("one_guide_a_day_of_an_event", "event")]

    def __str__(self) -> str:
        return self.event.slug

    @admin.display(description=_("Việc trong đời"))
    def happening(self) -> str:
        """What it is for, as editors' lists call it."""
        return self.event.name

    def get_absolute_url(self) -> str:
        return reverse("guides:guide", args=[self.event.slug])

    def told(self) -> reading.Told:
        """What it says, as plain values."""
        return reading.told(self.questions.raw_data, self.steps.raw_data)

    def clean(self) -> None:
        """Refuse what could not be walked to its end."""
        super().clean()
        if found := checking.problems(self.told()):
            raise ValidationError(found)

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep it, let it be found, and keep which procedures its event takes."""
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        self._tell()

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Let it be found no more."""
        gone = super().delete(*args, **kwargs)  # type: ignore[arg-type]
        self._tell()
        return gone

    def _tell(self) -> None:
        """To the search, and to the catalog, whose filter asks for an event's procedures."""
        self.event.gather([edition.told().procedures for edition in self._going_on()])
        publication.put_in_index(self.event)

    def _going_on(self) -> models.QuerySet[Edition]:
        """The editions of the event that hold today or later."""
        from motcua.periods.clock import today
        from motcua.periods.models import since

        return Edition.objects.filter(event=self.event).during(since(today()))
