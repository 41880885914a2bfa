"""Which files came with a question?"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Attachment(models.Model):
    """One file, such as a photo of a notice; private: the asker and the office see it."""

    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, related_name="attachments"
    )
    event = models.ForeignKey(
        "questions.QuestionEvent", on_delete=models.PROTECT, related_name="attachments"
    )
    """The asking or the supplement with which it came."""
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="question_attachments"
    )
    name = models.CharField(max_length=150)
    """The file's own name, cleaned: for reading, never for finding."""
    attached_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.file_id[:12]}"

    @property
    def size(self) -> int:
        return self.file.size

    @property
    def media_type(self) -> str:
        return self.file.media_type
