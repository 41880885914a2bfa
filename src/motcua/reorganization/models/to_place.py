"""Which work must a human put where it belongs?"""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone

from motcua.organizations.models import Organization

from .plan import Plan


class ToPlace(models.Model):
    """A dossier or a question of which no record tells which heir it belongs to.

    The default heir holds it, and works on it, until somebody places it or says that it stays.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="to_place")
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    old = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    """Whose it was."""
    held_by = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    placed_at = models.DateTimeField(null=True, blank=True)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    placed_in = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True, db_default="")
    """Why there, in the words of whoever placed it."""

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "to place"
        constraints = [
            CheckConstraint(
                name="to_place_is_a_dossier_or_a_question",
                condition=Q(dossier__isnull=True) ^ Q(question__isnull=True),
            ),
            CheckConstraint(
                name="to_place_placed_by_somebody_somewhere",
                condition=Q(placed_at__isnull=True, placed_by__isnull=True, placed_in__isnull=True)
                | Q(placed_at__isnull=False, placed_by__isnull=False, placed_in__isnull=False),
            ),
            UniqueConstraint(
                name="to_place_once_a_plan",
                fields=["plan", "dossier", "question"],
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(
                fields=["held_by", "since"],
                condition=Q(placed_at__isnull=True),
                name="to_place_open",
            ),
            models.Index(
                fields=["plan", "old", "held_by", "since"],
                condition=Q(placed_at__isnull=True),
                name="to_place_in_order",
            ),
            models.Index(
                fields=["-placed_at"],
                condition=Q(placed_at__isnull=False),
                name="to_place_lately_placed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.pk}"

    @property
    def code(self) -> str:
        """Of the dossier or the question."""
        work = self.dossier or self.question
        return str(work.code) if work else ""
