"""Under which name is a file shown and saved, whatever somebody called it?"""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from motcua.filekeeping import media_types
from motcua.search.folding import nfc

LONGEST_NAME = 100
FORBIDDEN = set('<>:"|?*/\\')
UNNAMED = "giay-to"


def clean_name(name: str, media_type: str) -> str:
    """The name to show and to save under: no folders, no invisible or reversing characters.

    >>> clean_name("../../giấy\\u202efdp.exe", "application/pdf")
    'giấyfdp.exe.pdf'
    """
    stem, extension = _split(harmless(name), media_type)
    return f"{stem[:LONGEST_NAME].strip() or UNNAMED}{extension}"


def harmless(name: str) -> str:
    """What can be shown of a name before anybody knows what the file is."""
    last = nfc(name).replace("\\", "/").rpartition("/")[2]
    visible = "".join(c for c in last if c not in FORBIDDEN and _is_visible(c))
    return " ".join(visible.split()).strip(". ")


def _split(name: str, media_type: str) -> tuple[str, str]:
    right = media_types.EXTENSIONS[media_type]
    path = PurePosixPath(name or UNNAMED)
    if path.suffix.lower() in {right, *media_types.ALSO.get(media_type, ())}:
        return path.stem, path.suffix.lower()
    return path.name, right


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"
