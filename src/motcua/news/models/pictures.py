"""Pictures: the original without what the camera noted, and what is made from it for pages."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.search import index

from motcua.news.fields import PictureField


class Picture(AbstractImage):
    """A photograph or drawing with its alternative text, its author and what it shows.

    Its file went through ``pictures.clean``: decoded, turned upright, written anew, so that
    neither place nor camera nor anything hidden behind the last pixel is kept.
    """

    file = PictureField(
        _("tệp"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    description = models.CharField(
        _("mô tả cho người không nhìn thấy ảnh"),
        max_length=255,
        help_text=_("Trong ảnh có gì? Trình đọc màn hình đọc câu này thay cho ảnh."),
    )
    caption = models.CharField(_("chú thích"), max_length=300, blank=True)
    credit = models.CharField(
        _("tác giả, nguồn"), max_length=200, blank=True, help_text=_("Ví dụ: Ảnh: Nguyễn Văn A.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "caption",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("ảnh")
        verbose_name_plural = _("ảnh")
        permissions = [("choose_picture", "Can choose picture")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The file first: written anew, it may be turned, and width and height are others."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        """Nobody guesses where a picture lies whose article is not out yet."""
        return f"original_images/{uuid4().hex}{Path(filename).suffix.lower()}"

    def _set_image_file_metadata(self) -> None:
        """Wagtail leaves the file open that it measured."""
        super()._set_image_file_metadata()
        if self.file._committed:
            self.file.close()

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile:
        """Wagtail leaves closing its file to chance."""
        made = super().generate_rendition_file(*args, **kwargs)
        with made:
            made.seek(0)
            return ContentFile(made.read(), made.name)

    @property
    def default_alt_text(self) -> str:
        return self.description


class Rendition(AbstractRendition):
    """A picture in one size and format, made once by a job."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="news_rendition_once"
            )
        ]
