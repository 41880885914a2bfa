"""Where do the pieces of an upload lie until it is whole? Each under a name of its own.

A piece is written and forced to disk before the database says that it is there; one that no row
names was being written when something ended, and is swept.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO

from django.core.files.base import File

from motcua.filekeeping import exceptions, files

ROOT = "uploading"
IN_MEMORY = 1024 * 1024
"""Bytes of a piece, or of a file being put together, that need no file of their own."""


def write(key: str, piece: IO[bytes]) -> str:
    """Keep one piece; its name. Raises NoRoom or StoreAway."""
    name = secrets.token_hex(8)
    piece.seek(0)
    with files.room():
        files.private().save(_path(key, name), File(piece))
    return name


@contextmanager
def joined(key: str, names: Iterable[str], *, within: float | None = None) -> Iterator[IO[bytes]]:
    """All pieces as one stream; raises StoreAway or BrokenFile.

    StoreAway also where the store is so slow that it takes more than ``within`` seconds: somebody
    waits before the screen. None waits as long as it takes.
    """
    begun = time.monotonic()
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as whole:
        for name in names:
            if within is not None and time.monotonic() - begun > within:
                raise exceptions.StoreAway
            _append(whole, _path(key, name))
        whole.seek(0)
        yield whole


def _append(whole: IO[bytes], path: str) -> None:
    try:
        with files.room(), files.private().open(path) as piece:
            for chunk in piece.chunks():
                whole.write(chunk)
    except FileNotFoundError as lost:
        raise exceptions.BrokenFile from lost


def forget(key: str, names: Iterable[str]) -> None:
    """Delete pieces; one that is gone already is no trouble."""
    for name in names:
        files.private().delete(_path(key, name))


def forget_all(key: str) -> None:
    """Delete every piece of an upload, named or not, and its folder where there is one."""
    try:
        forget(key, files.private().listdir(f"{ROOT}/{key}")[1])
    except FileNotFoundError:
        return
    files.private().delete(f"{ROOT}/{key}")


def keys(before: datetime) -> Iterator[str]:
    """Uploads of which old pieces lie here, whether a row knows them or not."""
    try:
        folders = files.private().listdir(ROOT)[0]
    except FileNotFoundError:
        return
    for key in folders:
        names = files.private().listdir(f"{ROOT}/{key}")[1]
        times = [files.private().get_modified_time(_path(key, name)) for name in names]
        if all(time < before for time in times):
            yield key


def _path(key: str, name: str) -> str:
    return f"{ROOT}/{key}/{name}"
