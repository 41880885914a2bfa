"""Video and audio files, each with its transcript."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionMember
from wagtail.search import index

from motcua.news import recordings
from motcua.news.exceptions import Refused

VIDEO = ("mp4", "webm")
AUDIO = ("mp3", "ogg", "opus", "m4a")
"""What every current browser plays; converting is the work of other programs."""


def _place(media: "Media", name: str) -> str:
    """A name of our own, so that it is never another file under an address kept for a year."""
    return f"media/{uuid.uuid4().hex}{Path(name).suffix.lower()}"


class Media(CollectionMember, index.Indexed, models.Model):
    """A recording, such as a press conference, and everything said in it in writing."""

    title = models.CharField(_("tên"), max_length=255)
    file = models.FileField(
        _("tệp"),
        upload_to=_place,
        validators=[FileExtensionValidator([*VIDEO, *AUDIO])],
        help_text=_("Video MP4, WebM hoặc âm thanh MP3, OGG, OPUS, M4A."),
    )
    transcript = models.TextField(
        _("lời thoại"),
        help_text=_("Viết lại mọi lời nói, cho người không nghe được và không tải được tệp."),
    )
    captions = models.FileField(
        _("phụ đề"),
        upload_to=_place,
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text=_("Tệp WebVTT (.vtt), không bắt buộc."),
    )
    poster = models.ForeignKey(
        "news.Picture",
        verbose_name=_("ảnh bìa của video"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    credit = models.CharField(_("tác giả, nguồn"), max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title", boost=10),
        index.AutocompleteField("title"),
        index.SearchField("transcript"),
    ]

    class Meta:
        verbose_name = _("video, âm thanh")
        verbose_name_plural = _("video, âm thanh")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Looks into new files before they are kept."""
        self._check("file", recordings.check)
        self._check("captions", recordings.check_captions)

    def _check(self, name: str, check: Callable[[Any], None]) -> None:
        file = getattr(self, name)
        if not file or file._committed:
            return
        try:
            check(file)
        except Refused as refusal:
            raise ValidationError({name: str(refusal)}) from refusal

    @property
    def media_type(self) -> str:
        return recordings.MEDIA_TYPES[self.extension]

    @property
    def extension(self) -> str:
        return Path(str(self.file.name)).suffix.lower().lstrip(".")

    @property
    def is_video(self) -> bool:
        return self.extension in VIDEO
