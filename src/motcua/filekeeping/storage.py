"""How is a file written so that a power cut leaves it whole or absent?"""

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class StoreUnreachable(OSError):
    """Where files are kept does not answer, or not in time."""


class PrivateStorage(FileSystemStorage):
    """A folder nobody serves: written aside, forced to disk, moved into place in one step."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The same name: here it is the hash of the content, so equal names hold equal bytes."""
        return name

    def _save(self, name: str, content: File) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as written:
                for chunk in content.chunks():
                    written.write(chunk)
                written.flush()
                os.fsync(written.fileno())
            Path(aside).replace(target)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
        for folder in (target.parent, *target.parent.parents[:2]):
            _force_to_disk(folder)
        return name


def _force_to_disk(folder: Path) -> None:
    """Also the folders' entries, or the name may be gone after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
