"""What do the headers of the tus protocol 1.0.0 say? (tus.io/protocols/resumable-upload)"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration"
ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}
"""Of the checksum that a piece may bring; ``sha1`` is the one that the protocol asks for."""
PIECE = "application/offset+octet-stream"
LONGEST_NUMBER = 15


class Unreadable(Exception):
    """A header that is missing or says nothing of the kind; the words name it."""


class ChecksumWrong(Exception):
    """A piece that changed on the way."""


@dataclass(frozen=True, slots=True)
class Announced:
    """What a client says of a file before it sends it."""

    size: int
    name: str
    line: str
    mark: str
    """Tells the file from others of its name when it is chosen again."""


def announced(headers: Mapping[str, str]) -> Announced:
    """Size, name and field of a creation; raises Unreadable."""
    told = metadata(headers.get("Upload-Metadata", ""))
    size = number(headers, "Upload-Length")
    return Announced(size, told.get("filename", ""), told.get("line", ""), told.get("mark", ""))


def metadata(header: str) -> dict[str, str]:
    """``filename Z2lheS50by5wZGY=,line cGFwZXItMTc=`` as words; raises Unreadable."""
    pairs = (pair.split(" ", 1) for pair in header.split(",") if pair.strip())
    return {key[0]: _decoded(key[1] if len(key) > 1 else "") for key in map(_trimmed, pairs)}


def _trimmed(pair: list[str]) -> list[str]:
    return [word.strip() for word in pair if word.strip()]


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError) as problem:
        raise Unreadable("Upload-Metadata") from problem


def number(headers: Mapping[str, str], name: str) -> int:
    """A header that is a number of bytes; raises Unreadable."""
    value = headers.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER):
        raise Unreadable(name)
    return int(value)


def refuse_changed(piece: IO[bytes], header: str) -> None:
    """Raises ChecksumWrong for another piece than its sender summed, Unreadable for no sum."""
    if not header:
        return
    name, _, wanted = header.partition(" ")
    if name not in ALGORITHMS:
        raise Unreadable("Upload-Checksum")
    digest = ALGORITHMS[name]()
    piece.seek(0)
    while chunk := piece.read(65_536):
        digest.update(chunk)
    if base64.b64encode(digest.digest()).decode() != wanted.strip():
        raise ChecksumWrong
