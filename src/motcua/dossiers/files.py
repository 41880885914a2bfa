"""How is a file checked, kept under its hash, and opened again only if it is still the same?"""

from __future__ import annotations

import errno
import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from motcua.dossiers import exceptions, media_types
from motcua.search.folding import nfc

CHUNK = 64 * 1024
FULL = {errno.ENOSPC, errno.EDQUOT}
ROOT = "dossiers"
LONGEST_NAME = 100
FORBIDDEN_IN_NAMES = set('<>:"|?*/\\')


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is, told from its bytes."""

    sha256: str
    size: int
    media_type: str


def checked(stream: IO[bytes], accepted: Collection[str] = media_types.PAPERS) -> Checked:
    """What the stream holds; raises the FileRefused that says why it is not kept."""
    sha256, size = _hashed(stream, at_most=settings.UPLOAD_MAX_BYTES)
    if not size:
        raise exceptions.FileEmpty
    media_type = media_types.sniffed(stream, accepted)
    if media_type is None:
        raise exceptions.WrongType if accepted == media_types.PAPERS else exceptions.NoDocument
    if not media_types.is_whole(stream, media_type):
        raise exceptions.BrokenFile
    return Checked(sha256, size, media_type)


def put(stream: IO[bytes], known: Checked) -> None:
    """Write the bytes under their hash and read them back; raises NoRoom or BrokenFile."""
    stream.seek(0)
    try:
        _private().save(path_of(known.sha256), File(stream))
    except OSError as problem:
        if problem.errno in FULL:
            raise exceptions.NoRoom from problem
        raise
    if not is_intact(known.sha256, known.size):
        raise exceptions.BrokenFile


def opened(sha256: str, size: int) -> IO[bytes]:
    """The kept bytes, after their hash was checked again; raises FileLost."""
    if not is_intact(sha256, size):
        raise exceptions.FileLost
    return _private().open(path_of(sha256))


def is_intact(sha256: str, size: int) -> bool:
    """Whether what is kept under a hash still has it."""
    try:
        with _private().open(path_of(sha256)) as kept:
            return _hashed(kept, at_most=size) == (sha256, size)
    except (FileNotFoundError, exceptions.FileTooBig):
        return False


def remove(path: str) -> None:
    """Forget the bytes; only ``actions.clean_orphans`` may, under the row's lock."""
    _private().delete(path)


def strays(before: datetime) -> Iterator[str]:
    """Paths of private files older than ``before``, whether a row knows them or not."""
    for folder in _folders(_folders([ROOT])):
        for name in _private().listdir(folder)[1]:
            path = f"{folder}/{name}"
            if _private().get_modified_time(path) < before:
                yield path


def is_hash(name: str) -> bool:
    """Whether a file is one that was kept whole; others were being written."""
    return re.fullmatch("[0-9a-f]{64}", name) is not None


def path_of(sha256: str) -> str:
    """Where bytes of this hash are kept; two levels keep the folders small."""
    return f"{ROOT}/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def refuse_too_many(there_are: int) -> None:
    """Raises TooManyFiles where one more would be too many for one dossier."""
    if there_are >= settings.UPLOAD_MAX_FILES:
        raise exceptions.TooManyFiles(settings.UPLOAD_MAX_FILES)


def clean_name(name: str, media_type: str) -> str:
    """The name to show and to save under: no folders, no invisible or reversing characters.

    >>> clean_name("../../giấy\u202efdp.exe", "application/pdf")
    'giấyfdp.exe.pdf'
    """
    last = nfc(name).replace("\\", "/").rpartition("/")[2]
    visible = "".join(c for c in last if c not in FORBIDDEN_IN_NAMES and _is_visible(c))
    stem, extension = _split(" ".join(visible.split()).strip(". "), media_type)
    return f"{stem[:LONGEST_NAME].strip() or 'giay-to'}{extension}"


def _split(name: str, media_type: str) -> tuple[str, str]:
    right = media_types.EXTENSIONS[media_type]
    path = PurePosixPath(name or "giay-to")
    known = {right, ".jpeg"} if media_type == media_types.JPEG else {right}
    if path.suffix.lower() in known:
        return path.stem, path.suffix.lower()
    return path.name, right


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"


def _hashed(stream: IO[bytes], *, at_most: int) -> tuple[str, int]:
    """Hash and size, a piece at a time; stops as soon as there is too much."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(stream):
        digest.update(chunk)
        size += len(chunk)
        if size > at_most:
            raise exceptions.FileTooBig(settings.UPLOAD_MAX_BYTES)
    return digest.hexdigest(), size


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        yield chunk


def _private() -> Storage:
    return storages["private"]


def _folders(above: Iterable[str]) -> Iterator[str]:
    for folder in above:
        if _private().exists(folder):
            yield from (f"{folder}/{name}" for name in _private().listdir(folder)[0])
