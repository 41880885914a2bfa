"""How does a kept file look? Pictures that the house draws of it."""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image

from motcua.filekeeping import drawing

from .stored_file import StoredFile

if TYPE_CHECKING:
    from collections.abc import Iterable

QUALITY = 80


class Rendition(models.Model):
    """A JPEG of a paper: small beside its name, large to read where no browser shows the original.

    It is a kept file itself and leaves the house by the same gate as what it shows. Upright, and
    without the place and the camera that a telephone notes in its pictures.
    """

    class Kind(models.TextChoices):
        SMALL = "small", _("Ảnh nhỏ")
        LARGE = "large", _("Ảnh để đọc")

    original = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="shows")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["original", "kind"], name="rendition_once_a_kind"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["small", "large"]), name="rendition_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_id[:12]}: {self.kind}"

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on it: files are named by their content, so a white one is known."""
        return self.file_id == _white(self.width, self.height)

    @classmethod
    def draw(cls, original: StoredFile) -> None:
        """Draw both of a file that may be opened, once; that it cannot be read is remembered."""
        try:
            with original.open() as stream:
                large = drawing.drawn(
                    stream,
                    original.media_type,
                    side=drawing.LARGEST_SIDE,
                    pixels=settings.UPLOAD_MAX_PIXELS,
                )
        except drawing.NotDrawn:
            large = b""
        cls._keep(original, [(cls.Kind.LARGE, large), (cls.Kind.SMALL, _small(large))])

    @classmethod
    @transaction.atomic
    def _keep(cls, original: StoredFile, pictures: Iterable[tuple[str, bytes]]) -> None:
        held = StoredFile.objects.select_for_update().filter(pk=original.pk, drawn_at=None)
        if not held.exists():
            return
        for kind, content in pictures:
            if content:
                cls._one(original, kind, content)
        StoredFile.objects.filter(pk=original.pk).update(drawn_at=timezone.now())

    @classmethod
    def _one(cls, original: StoredFile, kind: str, content: bytes) -> None:
        kept = StoredFile.keep_drawn(io.BytesIO(content))
        with Image.open(io.BytesIO(content)) as picture:
            width, height = picture.size
        cls.objects.create(original=original, kind=kind, file=kept, width=width, height=height)


@lru_cache(maxsize=64)
def _white(width: int, height: int) -> str:
    """The hash of a white page as it is drawn (``drawn_apart``)."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(written, "JPEG", quality=drawing.QUALITY)
    return hashlib.sha256(written.getvalue()).hexdigest()


def _small(large: bytes) -> bytes:
    """A thumbnail of what we drew ourselves; of nothing, nothing."""
    if not large:
        return b""
    written = io.BytesIO()
    with Image.open(io.BytesIO(large)) as picture:
        picture.thumbnail((drawing.SMALL_SIDE, drawing.SMALL_SIDE))
        picture.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
