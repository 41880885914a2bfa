"""Which article did a form make? So that a form sent twice makes one."""

from django.db import models
from django.utils import timezone

from .articles import Article


class SentForm(models.Model):
    """One form as it was shown to somebody, and the article it became; forgotten after a day."""

    key = models.CharField(max_length=64, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    content = models.CharField(max_length=64)
    """A digest of all that was sent: a second click sends just the same."""
    sent_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"SentForm {self.pk}"
