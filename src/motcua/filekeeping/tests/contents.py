"""The smallest true papers, and what is no paper: bytes that tests hand in."""

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def drawn(kind: str = "JPEG", size: tuple[int, int] = (8, 6), **how: Any) -> bytes:
    """A picture; ``drawn("PNG", (80, 60), exif=…)``."""
    written = io.BytesIO()
    Image.new("RGB", size, "navy").save(written, kind, **how)
    return written.getvalue()


JPEG, PNG = drawn(), drawn("PNG")


def pdf(mark: str = "") -> io.BytesIO:
    """A whole PDF; another ``mark`` makes other bytes."""
    return io.BytesIO(PDF.replace(b"Catalog", b"Catalog/M(" + mark.encode() + b")"))


def page(words: str = "Giay chung sinh") -> bytes:
    """A PDF with a page that can be drawn."""
    written = io.BytesIO()
    Image.new("RGB", (420, 595), "white").save(written, "PDF", title=words)
    return written.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of few bytes that says that it is so large: a bomb."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * 64))
    chunks = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def archive() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        zipped.writestr("hoa-don.exe", b"MZ")
    return written.getvalue()
