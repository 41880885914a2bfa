"""Does a PDF run something when it is opened, or carry files that nobody sees on its pages?

Readers ask before they start a program, and people press *yes*. A paper needs neither; what was
printed to PDF has none. Only names are looked for, in the file and in its packed lists of objects,
which are unpacked a bounded part of the way (ISO 32000-2, 7.5.7, 7.11.4, 12.6.4).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import IO

MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of all lists of objects of one file."""
STARTS = re.compile(rb"stream\r?\n")


def _named(*names: str) -> re.Pattern[bytes]:
    """Those names, each letter written plain or by its number: ``/Launch``, ``/#4caunch``."""
    told = "|".join("".join(f"(?:{c}|#(?i:{ord(c):02x}))" for c in name) for name in names)
    return re.compile(f"/(?:{told})(?![A-Za-z0-9#])".encode())


RUNS = _named("JavaScript", "Launch", "RichMedia")
CARRIES = _named("EmbeddedFile", "EmbeddedFiles", "FileAttachment")
CARRIED = _named("EmbeddedFile")
XML = re.compile(rb"/(?:text|application)(?:#2[fF])xml(?![A-Za-z0-9#])")
"""An electronic invoice carries itself for machines (PDF/A-3): that is taken."""
PACKED = _named("ObjStm")


def brings_any(stream: IO[bytes]) -> bool:
    """Whether it brings a program, or another file than the XML of an invoice."""
    stream.seek(0)
    content = stream.read()
    texts = [content, *_unpacked(content)]
    return any(map(RUNS.search, texts)) or _carries_files(texts)


def _carries_files(texts: list[bytes]) -> bool:
    if not any(map(CARRIES.search, texts)):
        return False
    carried, xml = (sum(len(each.findall(t)) for t in texts) for each in (CARRIED, XML))
    return not xml or carried > xml


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The lists of objects that newer PDFs pack, as far as they can be unpacked."""
    left = MOST_UNPACKED
    for found in PACKED.finditer(content):
        start = STARTS.search(content, found.end())
        if start is None or left <= 0:
            return
        text = _inflated(memoryview(content)[start.end() :], left)
        left -= len(text)
        yield text


def _inflated(packed: memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
