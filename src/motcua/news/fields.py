"""How is a picture's file kept? Only ever as ``pictures.cleaned`` wrote it."""

from typing import Any

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from . import pictures


class PictureFile(WagtailImageFieldFile):
    """Whoever keeps the file, a form, an import or Wagtail's queue of uploads: it comes by here."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        clean = pictures.clean(content, name)
        super().save(clean.name, clean, save=save)


class PictureField(WagtailImageField):
    attr_class = PictureFile
