"""Which contents are kept? One row per distinct content, however often it was handed in."""

from __future__ import annotations

from collections.abc import Collection
from typing import IO, TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone

from motcua.filekeeping import exceptions, files, media_types, names, scanning, signals, wholeness
from motcua.filekeeping.queries import StoredFileQuerySet

if TYPE_CHECKING:
    from .rendition import Rendition


class StoredFile(models.Model):
    """Bytes in the private store, found by their hash; whoever refers to them protects them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    kept_at = models.DateTimeField(default=timezone.now)
    """When these bytes were last handed in; a young file is never an orphan yet."""

    cleared_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When the scanner found nothing, or when they came where there is no scanner."""
    threat = models.CharField(max_length=200, blank=True, editable=False)
    """What the scanner found later; nobody opens them any more."""
    drawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When somebody tried to draw their first page; without a rendition then, it cannot be read."""

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        app_label = "dossiers"  # where its table is since the first release (decision 32)
        indexes = [
            models.Index(
                fields=["kept_at"],
                condition=models.Q(cleared_at__isnull=True, threat=""),
                name="stored_file_quarantined",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cleared_at__isnull=True) | models.Q(threat=""),
                name="stored_file_cleared_is_clean",
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="stored_file_hash_shape",
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_not_empty"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    # --- Questions -------------------------------------------------------------

    @property
    def is_quarantined(self) -> bool:
        """Whether the scanner has not seen it yet: it is kept, and nobody opens it."""
        return self.cleared_at is None and not self.threat

    @property
    def is_open(self) -> bool:
        """Whether it is given out."""
        return self.cleared_at is not None

    @property
    def is_picture(self) -> bool:
        return wholeness.is_picture(self.media_type)

    @property
    def was_unreadable(self) -> bool:
        """Whether drawing its first page was tried in vain."""
        return self.drawn_at is not None and not self.renditions.all()

    @property
    def shows_nothing(self) -> bool:
        """Whether it is a PDF whose first page is white all over."""
        drawn = self.rendition("large") if self.media_type == media_types.PDF else None
        return drawn is not None and drawn.is_blank

    def rendition(self, kind: str) -> Rendition | None:
        """What was drawn of it; of prefetched ones without a query."""
        return next((each for each in self.renditions.all() if each.kind == kind), None)

    @property
    def small(self) -> Rendition | None:
        """Its thumbnail, where it was drawn."""
        return self.rendition("small")

    # --- Verbs -----------------------------------------------------------------

    @classmethod
    def keep(
        cls,
        stream: IO[bytes],
        *,
        accepted: Collection[str] = media_types.PAPERS,
        shown: bool = False,
    ) -> StoredFile:
        """Check a file and keep it; raises the FileRefused that says why not.

        ``shown``: some page shows its first page, which a job then draws.

        Where the scanner does not answer it is kept and not given out until it does: the person
        loses nothing, and nobody opens what was not looked at.
        """
        known = files.checked(stream, accepted)
        cls._refuse_condemned(known.sha256)
        cleared = scanning.is_cleared(stream)
        with transaction.atomic():
            kept = cls._put(stream, known, cleared=cleared)
            if shown and kept.drawn_at is None:
                signals.file_to_be_drawn.send(cls, kept=kept)
        return kept

    @classmethod
    def keep_drawn(cls, stream: IO[bytes]) -> StoredFile:
        """Keep what the house drew itself."""
        known = files.checked(stream, {media_types.JPEG})
        return cls._put(stream, known, cleared=True)

    @classmethod
    def _refuse_condemned(cls, sha256: str) -> None:
        found = cls.objects.filter(pk=sha256).exclude(threat="").first()
        if found is not None:
            raise exceptions.Infected(found.threat)

    @classmethod
    @transaction.atomic
    def _put(cls, stream: IO[bytes], known: files.Checked, *, cleared: bool) -> StoredFile:
        """The row is locked while the bytes are written, so that a cleaning of orphans never takes
        away what is being handed in again."""
        now = timezone.now()
        facts = {"size": known.size, "media_type": known.media_type, "kept_at": now}
        kept, _created = cls.objects.update_or_create(
            sha256=known.sha256, defaults=facts | ({"cleared_at": now} if cleared else {})
        )
        files.put(stream, known)
        return kept

    def open(self) -> IO[bytes]:
        """The bytes, if they are clean and still the ones that were kept; raises NotGivenOut."""
        if self.threat:
            raise exceptions.Condemned
        if not self.is_open:
            raise exceptions.Quarantined
        return files.opened(self.sha256, self.size)

    def scan(self) -> None:
        """Ask the scanner about what waits for it; without an answer it goes on waiting."""
        try:
            with files.opened(self.sha256, self.size) as stream:
                cleared = scanning.is_cleared(stream)
        except exceptions.Infected as found:
            self._condemn(found.threat[:200])
        else:
            if cleared:
                self._decide(cleared_at=timezone.now())

    @transaction.atomic
    def _condemn(self, threat: str) -> None:
        """Nobody opens it any more, and whoever handed it in hears of it."""
        self._decide(threat=threat, cleared_at=None)
        signals.file_condemned.send(StoredFile, kept=self)

    def _decide(self, **columns: Any) -> None:
        StoredFile.objects.filter(pk=self.pk).update(**columns)
        for name, value in columns.items():
            setattr(self, name, value)

    def named(self, name: str) -> str:
        """The name that somebody gave these bytes, cleaned."""
        return names.clean_name(name, self.media_type)
