"""Which spreadsheet was checked and waits to be confirmed?"""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from motcua.accounts.sealing import seal, unseal


class StaffFile(models.Model):
    """The bytes between check and confirmation, so that what is confirmed is what was checked.

    It names people and may hold their personal numbers; so it is sealed, and goes when it was
    entered, when its owner brings another one, or in time.
    """

    KEPT_FOR = timedelta(days=3)

    kept_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    """Sealed; ``opened`` is the file."""
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def opened(self) -> bytes:
        """The file as it was brought; raises SealBroken where the row was changed."""
        return b64decode(unseal(bytes(self.content), bound_to=self.sha256))


def sealed(content: bytes, sha256: str) -> bytes:
    """What is kept of a file: it opens only under its own hash."""
    return seal(b64encode(content).decode(), bound_to=sha256)
