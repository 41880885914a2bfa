"""Is there room on the disk for what an editor sends?"""

import shutil
from pathlib import Path

from django.conf import settings

from .exceptions import NoRoomForFiles

KEPT_FREE = 50_000_000
"""Bytes that stay free for everything else that the machine writes."""


def check(size: int) -> None:
    """Raises where the file, and what is made from it, would fill the disk."""
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists():
        folder = folder.parent
    if shutil.disk_usage(folder).free < 2 * size + KEPT_FREE:
        raise NoRoomForFiles
