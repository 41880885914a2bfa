"""Is a file whole, of one kind, and of a bearable size, as far as its own structure tells?

Nothing is unpacked or drawn here: only heads, lengths and checksums are read, so a hostile file
costs no more than its own bytes.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from motcua.filekeeping.media_types import DOCX, HEIC, JPEG, PDF, PNG

END_OF_PDF, END_OF_JPEG = b"%%EOF", b"\xff\xd9"
PADDING = b"\0\t\n\f\r \x1a"
"""What scanners and mail programs leave behind the end of a PDF."""
TAIL = 2048
LIST_OF_ZIP, END_OF_ZIP, LONGEST_END_OF_ZIP = b"PK\x01\x02", b"PK\x05\x06", 22 + 65_535
SPOKEN_BY_BROWSERS = (b"<html", b"<script", b"<!doctype", b"<?php", b"<svg")
START_OF_SCAN = 0xDA
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG behind which its height and width stand."""
STANDALONE = {0x01, *range(0xD0, 0xD8)}
Size = tuple[int, int]


def is_whole(stream: IO[bytes], media_type: str) -> bool:
    """Whether a file of this type is complete."""
    ends: dict[str, Callable[[IO[bytes]], bool]] = {
        PDF: _pdf_ends,
        JPEG: _jpeg_ends,
        PNG: _png_ends,
        HEIC: _heic_ends,
        DOCX: _is_docx,
    }
    return ends[media_type](stream)


def is_mixed(stream: IO[bytes], media_type: str) -> bool:
    """Whether it is something else as well: an archive, a page, a program for a server."""
    return media_type != DOCX and (
        _is_archive_too(stream) or _is_page_too(stream) or _has_more(stream, media_type)
    )


def asks_for_a_key(stream: IO[bytes]) -> bool:
    """Whether a PDF may be encrypted; the word may also stand in its text."""
    stream.seek(0)
    return b"/Encrypt" in stream.read()


def pixels(stream: IO[bytes], media_type: str) -> int:
    """Width by height as a picture says itself; 0 for a document."""
    sized = {JPEG: _size_of_jpeg, PNG: _size_of_png, HEIC: _size_of_heic}
    width, height = sized[media_type](stream) if media_type in sized else (0, 0)
    return width * height


def is_picture(media_type: str) -> bool:
    return media_type in {JPEG, PNG, HEIC}


# --- PDF ------------------------------------------------------------------------------------


def _pdf_ends(stream: IO[bytes]) -> bool:
    return END_OF_PDF in _tail(stream, TAIL)


def _has_more(stream: IO[bytes], media_type: str) -> bool:
    """A PDF ends with its end mark; pictures of telephones carry a film behind theirs."""
    if media_type != PDF:
        return False
    return bool(_tail(stream, TAIL).rpartition(END_OF_PDF)[2].strip(PADDING))


# --- JPEG -----------------------------------------------------------------------------------


def _segments(stream: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Marker and length of each, the stream behind its length; ends where it is none."""
    stream.seek(2)
    while len(marker := stream.read(4)) == 4 and marker[0] == 0xFF:
        if marker[1] == 0xFF or marker[1] in STANDALONE:
            stream.seek(-3 if marker[1] == 0xFF else -2, 1)
            continue
        begins, length = stream.tell(), int.from_bytes(marker[2:], "big")
        yield marker[1], length
        stream.seek(begins + length - 2)


def _jpeg_ends(stream: IO[bytes]) -> bool:
    """Skip the segments, among them any thumbnail with an end of its own; then look for the end."""
    for marker, length in _segments(stream):
        if marker == START_OF_SCAN:
            stream.seek(length - 2, 1)
            return END_OF_JPEG in stream.read()
    return False


def _size_of_jpeg(stream: IO[bytes]) -> Size:
    for marker, _length in _segments(stream):
        if marker in FRAMES:
            frame = stream.read(5)  # bits a sample, height, width
            return int.from_bytes(frame[3:5], "big"), int.from_bytes(frame[1:3], "big")
    return 0, 0


# --- PNG ------------------------------------------------------------------------------------


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


def _size_of_png(stream: IO[bytes]) -> Size:
    stream.seek(16)
    head = stream.read(8)
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")


# --- HEIC: boxes in boxes (ISO/IEC 14496-12) ------------------------------------------------------


def _boxes(stream: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Name, begin and end of every outer box; the last one may end behind the file."""
    size = stream.seek(0, 2)
    at = 0
    while at + 8 <= size:
        stream.seek(at)
        head = stream.read(16)
        length, name = int.from_bytes(head[:4], "big"), head[4:8]
        length = int.from_bytes(head[8:16], "big") if length == 1 else length or size - at
        yield name, at, at + length
        at += max(length, 8)


def _heic_ends(stream: IO[bytes]) -> bool:
    """It describes a picture, holds its data, and no box ends behind the file."""
    size = stream.seek(0, 2)
    boxes = list(_boxes(stream))
    names = {name for name, _begin, _end in boxes}
    return {b"ftyp", b"meta", b"mdat"} <= names and all(end <= size for *_, end in boxes)


def _size_of_heic(stream: IO[bytes]) -> Size:
    """The largest picture that its description names (``ispe``: version, width, height)."""
    begin, end = next(((b, e) for name, b, e in _boxes(stream) if name == b"meta"), (0, 0))
    stream.seek(begin)
    parts = stream.read(end - begin).split(b"ispe")[1:]
    sizes = [(int.from_bytes(p[4:8], "big"), int.from_bytes(p[8:12], "big")) for p in parts]
    return max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))


# --- What else it may be --------------------------------------------------------------------------


def _is_archive_too(stream: IO[bytes]) -> bool:
    """A ZIP is found from its end: a last record, and right before it the list that it speaks of.

    Readers forgive what stands before and behind.
    """
    tail = _tail(stream, LONGEST_END_OF_ZIP)
    at = tail.rfind(END_OF_ZIP)
    if at < 0:
        return False
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    size = stream.seek(0, 2)
    stream.seek(max(0, size - len(tail) + at - length))
    return stream.read(4) == LIST_OF_ZIP


def _is_page_too(stream: IO[bytes]) -> bool:
    """Words of a web page where a browser that guesses would look for them."""
    stream.seek(0)
    head = stream.read(1024).lower()
    return any(word in head for word in SPOKEN_BY_BROWSERS)


def _is_docx(stream: IO[bytes]) -> bool:
    """A whole archive with a text in it and no program; nothing is unpacked to see that."""
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    has_text = {"[Content_Types].xml", "word/document.xml"} <= parts
    return has_text and not any(part.endswith("vbaProject.bin") for part in parts)


def _tail(stream: IO[bytes], length: int) -> bytes:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - length))
    return stream.read()
