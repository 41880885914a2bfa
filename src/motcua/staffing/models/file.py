"""Which spreadsheet was checked and waits to be confirmed?"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


class StaffFile(models.Model):
    """The bytes between check and confirmation, so that what is confirmed is what was checked.

    It names people; so it goes when it was entered, when its owner brings another one, or in time.
    """

    KEPT_FOR = timedelta(days=3)

    kept_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.sha256[:12]
