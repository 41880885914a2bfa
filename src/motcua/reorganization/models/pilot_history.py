"""When must a pilot be looked at, what was seen then, what was decided, and who did what?"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.reorganization import pilot_workflow
from motcua.reorganization.pilot_queries import ReviewQuerySet


class PilotReview(models.Model):
    """One look at a pilot: when it is due, when it was held, and the figures as they were then.

    Its ``figures`` are counted when it is closed and never again; the database refuses to change
    what was closed, except that it may be opened to everybody.
    """

    class Kind(models.TextChoices):
        INTERIM = "interim", _("sơ kết")
        FINAL = "final", _("tổng kết")

    pilot = models.ForeignKey(
        "reorganization.Pilot", on_delete=models.PROTECT, related_name="reviews"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    due_on = models.DateField(_("ngày phải tiến hành"))
    held_on = models.DateField(_("ngày tiến hành"), null=True, blank=True)
    known_at = models.DateTimeField(null=True, blank=True, editable=False)
    """What the register said at this moment is what was counted."""
    figures = models.JSONField(null=True, blank=True, editable=False)
    """See ``pilot_snapshot``."""
    words = models.TextField(_("nhận xét, kết luận"), blank=True)
    file = models.ForeignKey(
        "dossiers.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pilot_reviews",
    )
    """The signed report."""
    file_name = models.CharField(max_length=150, blank=True)
    is_public = models.BooleanField(_("công khai"), default=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "kind", "due_on"], name="pilot_review_due_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["interim", "final"]), name="pilot_review_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, known_at__isnull=True, figures__isnull=True)
                | Q(held_on__isnull=False, known_at__isnull=False, figures__isnull=False),
                name="pilot_review_held_has_its_figures",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(held_on__isnull=False),
                name="pilot_review_public_was_held",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(held_on__isnull=True), name="pilot_review_waits"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.kind} {self.due_on}"

    @property
    def is_held(self) -> bool:
        return self.held_on is not None

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and nobody has held it."""
        return not self.is_held and self.due_on < today

    def days_late(self, today: date) -> int:
        """Days after its day: until it was held, or until today."""
        return max(0, ((self.held_on or today) - self.due_on).days)


class PilotDecision(models.Model):
    """What was decided about a pilot after all, on which paper. Written once, never changed."""

    class Outcome(models.TextChoices):
        CONTINUE = "continue", _("tiếp tục thí điểm")
        SPREAD = "spread", _("nhân rộng")
        STOP = "stop", pgettext_lazy("pilot outcome", "dừng thí điểm")

    pilot = models.ForeignKey(
        "reorganization.Pilot", on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=8, choices=Outcome)
    number = models.CharField(_("số, ký hiệu quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày quyết định"))
    since = models.DateField(_("có hiệu lực từ"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["continue", "spread", "stop"]),
                name="pilot_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(since__gte=F("decided_on")), name="pilot_decision_holds_from_its_day_on"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.outcome} {self.number}"


class PilotEvent(models.Model):
    """A move that was made. Written once: the database refuses to change or remove it."""

    pilot = models.ForeignKey(
        "reorganization.Pilot", on_delete=models.PROTECT, related_name="events"
    )
    verb = models.CharField(max_length=24)
    role = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=pilot_workflow.State)
    """The state to which the move led."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """Facts proper to the verb: what an amendment changed, which review was held."""

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.verb}"

    @property
    def label(self) -> str:
        """The name of the move on the screen."""
        move = pilot_workflow.BY_VERB.get(self.verb)
        return str(move.label) if move else self.verb
