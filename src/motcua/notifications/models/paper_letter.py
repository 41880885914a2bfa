"""What does a letter about a paper tell? That it was blocked after it was kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .posted import Posted


class PaperLetter(Posted):
    """One letter to who handed in a paper in which the scanner found something later.

    It goes with the paper where that is taken out of a draft.
    """

    paper = models.ForeignKey(
        "dossiers.Attachment", on_delete=models.CASCADE, related_name="letters"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "channel"], name="paper_letter_once"),
            models.CheckConstraint(
                name="paper_letter_state_known", condition=Q(state__in=["queued", "sent", "failed"])
            ),
            models.CheckConstraint(
                name="paper_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"], condition=~Q(state="sent"), name="paper_letter_not_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.state}"

    @property
    def told_of(self) -> dict[str, list[int]]:  # type: ignore[override]
        return {"letters": [self.pk]}

    @property
    def address(self) -> str:
        paper = self.paper
        if paper.dossier is not None:
            return paper.dossier.email
        return paper.draft.contact_email or paper.draft.person.email if paper.draft else ""
