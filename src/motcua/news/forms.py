"""What may an editor upload? Pictures, looked into before they are kept."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from . import pictures, room
from .exceptions import NotAPicture, PictureFileTooLarge, Refused


class PictureFileField(WagtailImageField):
    """Takes what ``pictures.clean`` makes of a file; Wagtail's own checks see only that.

    A picture whose name has the wrong ending gets the right one.
    """

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.error_messages["file_too_large"] = str(PictureFileTooLarge.message)
        self.error_messages["invalid_image"] = str(NotAPicture.message)

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        try:
            room.check(file.size)
            return super().to_python(pictures.clean(file, file.name or ""))
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class PictureForm(BaseImageForm):
    """A picture with its alternative text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            self.fields["file"] = PictureFileField(
                label=plain.label, required=plain.required, widget=plain.widget
            )
