"""What may an editor upload? Pictures, looked into before they are kept."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from . import pictures, room
from .exceptions import NotAPicture, NotItsFormat, PictureFileTooLarge, PictureTooLarge, Refused

SAID = {
    "invalid_image": NotAPicture,
    "invalid_image_extension": NotAPicture,
    "invalid_extension": NotAPicture,
    "invalid_image_known_format": NotItsFormat,
    "file_too_large": PictureFileTooLarge,
    "file_too_large_unknown_size": PictureFileTooLarge,
    "file_too_many_pixels": PictureTooLarge,
}
"""Wagtail's reasons for refusing a file, in our sentences."""


class PictureForm(BaseImageForm):
    """A picture with its alternative text; the file is written anew before it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            sentences = {code: str(reason.message) for code, reason in SAID.items()}
            self.fields["file"].error_messages.update(sentences)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        try:
            room.check(file.size)
            return pictures.clean(file, file.name)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
