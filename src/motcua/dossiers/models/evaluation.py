"""What did the applicant think of how the dossier was handled?"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.queries import EvaluationQuerySet

LONGEST_COMMENT = 1000


class Evaluation(models.Model):
    """A *Phiếu đánh giá* (TT 03/2025/TT-VPCP, handed with forms 01-03): one holds for a dossier.

    A changed mind is a new row, so that what was known on a day can be counted again; of the former
    one only the level stays.
    """

    class Level(models.IntegerChoices):
        """How satisfied; 4 and 5 count as satisfied."""

        VERY_DISSATISFIED = 1, _("Rất không hài lòng")
        DISSATISFIED = 2, _("Không hài lòng")
        NEITHER = 3, _("Bình thường")
        SATISFIED = 4, _("Hài lòng")
        VERY_SATISFIED = 5, _("Rất hài lòng")

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="evaluations"
    )
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who decided it then; no reorganization moves it."""
    decided_on = models.DateField()
    """The legal day of the decision, by which it is counted."""
    level = models.PositiveSmallIntegerField(choices=Level)
    comment = models.TextField(blank=True)
    """For the office that decided, never public."""
    at = models.DateTimeField(default=timezone.now, editable=False)
    replaced_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When the applicant said otherwise."""

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(replaced_at__isnull=True),
                name="evaluation_one_holds_for_a_dossier",
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=5), name="evaluation_level_known"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("comment"), LONGEST_COMMENT),
                name="evaluation_comment_is_short",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("at"), comment=""),
                name="evaluation_replaced_afterwards",
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "decided_on"], name="evaluation_of_office"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.level}"
