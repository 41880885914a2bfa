"""Which papers came with a dossier?"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone

from motcua.dossiers import exceptions
from motcua.dossiers.queries import AttachmentQuerySet


class Attachment(models.Model):
    """One paper of a draft or of a dossier, such as the scanned *Giấy chứng sinh*.

    Papers of a draft, and of a supplement still being prepared, have no ``event``: only the
    applicant sees them and may remove them. The event with which they are handed in binds them.
    """

    draft = models.ForeignKey(
        "dossiers.Draft",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
    )
    dossier = models.ForeignKey(
        "dossiers.Dossier",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
    )
    event = models.ForeignKey(
        "dossiers.Event",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
    )
    component = models.ForeignKey(
        "catalog.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Which paper of the procedure it is; none for a paper that the procedure does not name."""
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(max_length=150)
    """The file's own name, cleaned: for reading, never for finding."""
    attached_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(draft__isnull=False) | models.Q(dossier__isnull=False),
                name="attachment_belongs_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(event__isnull=True) | models.Q(dossier__isnull=False),
                name="attachment_handed_in_has_a_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.sha256[:12]}"

    @property
    def sha256(self) -> str:
        return self.file_id

    @property
    def size(self) -> int:
        return self.file.size

    @property
    def media_type(self) -> str:
        return self.file.media_type

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove a paper that was not handed in yet, not even at this moment."""
        gone = Attachment.objects.in_preparation().filter(pk=self.pk).delete()
        if not gone[0]:
            raise exceptions.AlreadyHandedIn
        return gone
