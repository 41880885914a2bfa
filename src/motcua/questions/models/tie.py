"""On what does an answer stand besides its question's procedure? Other procedures, and laws."""

from django.db import models
from django.db.models import Q


class Tie(models.Model):
    """An answer stands on a procedure or on a law; when that changes, the answer is stale."""

    question = models.ForeignKey(
        "questions.Question", on_delete=models.CASCADE, related_name="ties"
    )
    procedure = models.ForeignKey(
        "catalog.Procedure",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answer_ties",
    )
    law = models.ForeignKey(
        "legal.LegalDocument",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answer_ties",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="question_tie_to_a_procedure_or_a_law",
                condition=Q(procedure__isnull=False, law__isnull=True)
                | Q(procedure__isnull=True, law__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["question", "procedure"], name="question_tied_to_a_procedure_once"
            ),
            models.UniqueConstraint(fields=["question", "law"], name="question_tied_to_a_law_once"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} → {self.procedure_id or self.law_id}"
