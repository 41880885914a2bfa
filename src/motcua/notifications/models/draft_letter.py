"""What do letters about drafts tell? That one ends, that one is asked to apply along or awaited."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .posted import Posted


class DraftLetter(Posted):
    """One letter to the owner of a draft that ends, or to a ``co_applicant`` who is awaited.

    It goes with the draft: what is deleted leaves no letter behind.
    """

    draft = models.ForeignKey("dossiers.Draft", on_delete=models.CASCADE, related_name="letters")
    co_applicant = models.ForeignKey(
        "dossiers.CoApplicant",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="letters",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="draft_letter_state_known", condition=Q(state__in=["queued", "sent", "failed"])
            ),
            models.CheckConstraint(
                name="draft_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"], condition=~Q(state="sent"), name="draft_letter_not_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.state}"

    @property
    def told_of(self) -> dict[str, list[int]]:  # type: ignore[override]
        return {"letters": [self.pk]}

    @property
    def address(self) -> str:
        if self.co_applicant is not None:
            return self.co_applicant.address
        return self.draft.contact_email or self.draft.person.email
