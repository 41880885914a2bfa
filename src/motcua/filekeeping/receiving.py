"""What if the server has no room for a file while it arrives with a form?

Whatever else the form brought goes its way: the file is left out, noted at the request, and the
page that answers says so (``middleware``). Without it the whole request would be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NOTED = "_motcua_files_without_room"


class PatientHandler(TemporaryFileUploadHandler):
    """Django's own for large files; one that cannot be written is left out and noted."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        with self._noting():
            super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        with self._noting():
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        try:
            return super().file_complete(file_size)
        except OSError:  # the last piece did not fit
            self._note()
            return None

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except OSError as failure:
            self._note()
            raise SkipFile from failure

    def _note(self) -> None:
        noted = without_room(self.request) if self.request else []
        setattr(self.request, NOTED, [*noted, self.file_name or ""])


def without_room(request: object) -> list[str]:
    """The names of the files that did not fit."""
    return list(getattr(request, NOTED, []))
