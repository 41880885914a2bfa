"""With which code does somebody find their way back to a draft, on another device?"""

from django.db import models
from django.utils import timezone


class DraftCode(models.Model):
    """The one code of a draft that counts now; written down by its owner, kept as keyed hashes."""

    draft = models.OneToOneField("dossiers.Draft", on_delete=models.CASCADE, related_name="code")
    key = models.CharField(max_length=64, unique=True, editable=False)
    phone_tail_key = models.CharField(max_length=64, blank=True, editable=False)
    personal_number_tail_key = models.CharField(max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="draft_code_ends_later",
                condition=models.Q(expires_at__gt=models.F("made_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}"
