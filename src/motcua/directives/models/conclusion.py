"""What did a meeting conclude, in which words, and what changed of them since?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.directives import passages
from motcua.directives.queries import ActQuerySet, ConclusionQuerySet
from motcua.organizations.models import Hand

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Conclusion(models.Model):
    """The conclusion of a meeting, such as *Thông báo 214/TB-UBND*, from which tasks are made."""

    code = models.CharField(max_length=16, unique=True, editable=False)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who issued it."""
    number = models.CharField(_("số, ký hiệu"), max_length=40)
    signed_on = models.DateField(_("ngày ban hành"))
    year = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("trích yếu"), max_length=300)
    meeting = models.CharField(_("cuộc họp"), max_length=300)
    met_on = models.DateField(_("ngày họp"))
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    """Who held the chair's post on the day of the meeting."""
    chair_post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    file = models.ForeignKey(
        "dossiers.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conclusions",
    )
    """The paper as it was signed, found by its hash."""
    file_name = models.CharField(max_length=150, blank=True)
    is_public = models.BooleanField(_("công khai"), default=False)
    edition = models.PositiveSmallIntegerField(default=1, editable=False)
    """Grows with every correction; the passages of earlier ones stay."""
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    search_text = models.TextField(editable=False, default="")
    """Number, title and meeting without marks, for searching."""

    objects = ConclusionQuerySet.as_manager()

    if TYPE_CHECKING:
        passages: RelatedManager[Passage]
        events: RelatedManager[ConclusionEvent]

    class Meta:
        verbose_name = _("kết luận")
        verbose_name_plural = _("kết luận")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "number"], name="conclusion_number_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(chair__isnull=True, chair_post__isnull=True)
                | Q(chair__isnull=False, chair_post__isnull=False),
                name="conclusion_chaired_by_a_person_in_a_post",
            ),
            models.CheckConstraint(
                condition=Q(met_on__lte=models.F("signed_on")),
                name="conclusion_signed_after_the_meeting",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-signed_on", "-id"],
                condition=Q(is_public=True),
                name="conclusion_published",
            ),
            models.Index(fields=["organization", "-signed_on", "-id"], name="conclusion_of_office"),
        ]

    def __str__(self) -> str:
        return self.code

    def text(self) -> list[Passage]:
        """The passages that are in force, in their order."""
        return list(self.passages.filter(edition=self.edition))


class Passage(models.Model):
    """One paragraph or point of one edition; tasks are made of them, so that none ever changes."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="passages")
    edition = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["conclusion", "edition", "position"], name="passage_has_its_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.conclusion_id}/{self.edition}.{self.position}"

    @property
    def mark(self) -> str:
        """How people name it: "2.1." or "a)"."""
        return passages.mark_of(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it looks like a line over others: short, without the end of a sentence."""
        return len(self.text) < 90 and not self.text.endswith((".", ";", ",", ":"))


class ConclusionEvent(Hand):
    """What was done to a conclusion. Written once, never changed."""

    class Verb(models.TextChoices):
        ENTER = "enter", pgettext_lazy("conclusion", "Nhập")
        CORRECT = "correct", pgettext_lazy("conclusion", "Đính chính")
        OPEN = "open", pgettext_lazy("conclusion", "Công khai")
        CLOSE = "close", pgettext_lazy("conclusion", "Thôi công khai")

    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=8, choices=Verb)
    edition = models.PositiveSmallIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verb__in=["enter", "correct", "open", "close"]),
                name="conclusion_event_verb_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.conclusion_id} {self.verb}"
