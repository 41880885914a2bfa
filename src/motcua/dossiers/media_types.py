"""What is inside a file, whatever its name says? Told by how the bytes begin and end."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Collection
from typing import IO

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSIONS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png", DOCX: ".docx"}
"""How such a file is named."""
PAPERS = frozenset({PDF, JPEG, PNG})
"""What people hand in."""
DOCUMENTS = frozenset({PDF, DOCX})
"""What an office publishes: a text to read and one to work on."""

BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG, b"PK\x03\x04": DOCX}
END_OF_PDF = b"%%EOF"
END_OF_JPEG = b"\xff\xd9"
TAIL = 2048
"""A PDF may carry a little after its end mark."""
START_OF_SCAN = 0xDA


def sniffed(stream: IO[bytes], accepted: Collection[str] = PAPERS) -> str | None:
    """The media type by the first bytes; None for what is not accepted."""
    stream.seek(0)
    head = stream.read(8)
    found = (kind for magic, kind in BEGINNINGS.items() if head.startswith(magic))
    return next((kind for kind in found if kind in accepted), None)


def is_whole(stream: IO[bytes], media_type: str) -> bool:
    """Whether a file of this type is complete as far as its own structure tells."""
    ends: dict[str, Callable[[IO[bytes]], bool]] = {
        PDF: _pdf_ends,
        JPEG: _jpeg_ends,
        PNG: _png_ends,
        DOCX: _is_docx,
    }
    return ends[media_type](stream)


def _pdf_ends(stream: IO[bytes]) -> bool:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    return END_OF_PDF in stream.read()


def _jpeg_ends(stream: IO[bytes]) -> bool:
    """Skip the segments, among them any thumbnail with an end of its own; then look for the end."""
    stream.seek(2)
    while True:
        marker = stream.read(4)
        if len(marker) < 4 or marker[0] != 0xFF:
            return False
        if marker[1] == START_OF_SCAN:
            return END_OF_JPEG in stream.read()
        is_padding = marker[1] == 0xFF
        stream.seek(-3 if is_padding else int.from_bytes(marker[2:], "big") - 2, 1)


def _png_ends(stream: IO[bytes]) -> bool:
    """Every chunk with its checksum, up to IEND."""
    stream.seek(8)
    while len(head := stream.read(8)) == 8:
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        body = stream.read(length)
        if stream.read(4) != zlib.crc32(name + body).to_bytes(4, "big"):
            return False
        if name == b"IEND":
            return True
    return False


def _is_docx(stream: IO[bytes]) -> bool:
    """A whole archive with a text in it and no program; nothing is unpacked to see that."""
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    has_text = {"[Content_Types].xml", "word/document.xml"} <= parts
    return has_text and not any(part.endswith("vbaProject.bin") for part in parts)
