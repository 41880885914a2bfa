"""How is a file checked, kept under its hash, and opened again only if it is still the same?"""

from __future__ import annotations

import errno
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from motcua.filekeeping import drawing, exceptions, media_types, programs, wholeness
from motcua.filekeeping.storage import StoreUnreachable

CHUNK = 64 * 1024
FULL = {errno.ENOSPC, errno.EDQUOT}
ROOT = "dossiers"
"""The folder of kept contents, as installations have it since the first release."""


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
        refuse_type(stream, accepted)
    else:
        _refuse_what_deceives(stream, media_type)
    return Checked(sha256, size, str(media_type))


def refuse_type(stream: IO[bytes], accepted: Collection[str]) -> None:
    """Raises what says which kind of file it is instead."""
    stream.seek(0)
    found = media_types.foreign(stream.read(media_types.HEAD))
    kinds = {media_types.DOCUMENTS: exceptions.NoDocument, media_types.SCANS: exceptions.NoScan}
    raise kinds.get(frozenset(accepted), exceptions.WrongType)(found)


def _refuse_what_deceives(stream: IO[bytes], media_type: str) -> None:
    if not wholeness.is_whole(stream, media_type):
        raise exceptions.BrokenFile
    if wholeness.is_mixed(stream, media_type):
        raise exceptions.MixedFile
    if media_type == media_types.PDF and programs.brings_any(stream):
        raise exceptions.ProgramInside
    if wholeness.is_picture(media_type):
        _refuse_size(wholeness.pixels(stream, media_type))
    if media_type == media_types.PDF and wholeness.asks_for_a_key(stream):
        drawing.refuse_locked(stream)


def _refuse_size(pixels: int) -> None:
    if not pixels:
        raise exceptions.BrokenFile
    if pixels > settings.UPLOAD_MAX_PIXELS:
        raise exceptions.TooManyPixels(settings.UPLOAD_MAX_PIXELS)


def put(stream: IO[bytes], known: Checked) -> None:
    """Write the bytes under their hash and read them back.

    Raises NoRoom, StoreAway or BrokenFile; what it acknowledges is there.
    """
    stream.seek(0)
    with room():
        private().save(path_of(known.sha256), File(stream))
        if not is_intact(known.sha256, known.size):
            raise exceptions.BrokenFile


@contextmanager
def room() -> Iterator[None]:
    """Around a write: says in a sentence where there is no room or nobody answers."""
    try:
        yield
    except StoreUnreachable as problem:
        raise exceptions.StoreAway from problem
    except OSError as problem:
        if problem.errno in FULL:
            raise exceptions.NoRoom from problem
        raise


def opened(sha256: str, size: int) -> IO[bytes]:
    """The kept bytes, after their hash was checked again; raises FileLost or NotReached."""
    try:
        if is_intact(sha256, size):
            return private().open(path_of(sha256))
    except StoreUnreachable as problem:
        raise exceptions.NotReached from problem
    raise exceptions.FileLost


def is_intact(sha256: str, size: int) -> bool:
    """Whether what is kept under a hash still has it; raises StoreUnreachable."""
    try:
        with private().open(path_of(sha256)) as kept:
            return _hashed(kept, at_most=size) == (sha256, size)
    except (FileNotFoundError, exceptions.FileTooBig):
        return False


def remove(path: str) -> None:
    """Forget the bytes; only ``actions.clean_orphans`` may, under the row's lock."""
    private().delete(path)


def strays(before: datetime) -> Iterator[str]:
    """Paths of private files older than ``before``, whether a row knows them or not."""
    for folder in _folders(_folders([ROOT])):
        for name in private().listdir(folder)[1]:
            path = f"{folder}/{name}"
            if private().get_modified_time(path) < before:
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


def private() -> Storage:
    return storages["private"]


def _folders(above: Iterable[str]) -> Iterator[str]:
    for folder in above:
        try:
            inner = private().listdir(folder)[0]
        except FileNotFoundError:
            continue
        yield from (f"{folder}/{name}" for name in inner)
