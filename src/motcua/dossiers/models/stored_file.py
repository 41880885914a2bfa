"""Which contents are kept? One row per distinct content, however often it was handed in."""

from __future__ import annotations

from collections.abc import Collection
from typing import IO

from django.db import models, transaction
from django.utils import timezone

from motcua.dossiers import files, media_types
from motcua.dossiers.queries import StoredFileQuerySet


class StoredFile(models.Model):
    """Bytes in the private store, found by their hash; whoever refers to them protects them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    kept_at = models.DateTimeField(default=timezone.now)
    """When these bytes were last handed in; a young file is never an orphan yet."""

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="stored_file_hash_shape",
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_not_empty"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @classmethod
    def keep(
        cls, stream: IO[bytes], *, accepted: Collection[str] = media_types.PAPERS
    ) -> StoredFile:
        """Check a file and keep it; raises the FileRefused that says why not.

        The row is locked while the bytes are written, so that a cleaning of orphans never takes
        away what is being handed in again.
        """
        known = files.checked(stream, accepted)
        with transaction.atomic():
            kept, _created = cls.objects.update_or_create(
                sha256=known.sha256,
                defaults={
                    "size": known.size,
                    "media_type": known.media_type,
                    "kept_at": timezone.now(),
                },
            )
            files.put(stream, known)
        return kept

    def open(self) -> IO[bytes]:
        """The bytes, if they are still the ones that were kept; raises FileLost."""
        return files.opened(self.sha256, self.size)

    def named(self, name: str) -> str:
        """The name that somebody gave these bytes, cleaned."""
        return files.clean_name(name, self.media_type)
