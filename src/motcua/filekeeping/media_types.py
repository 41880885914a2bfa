"""What is inside a file, whatever its name says? Told by how the bytes begin."""

from __future__ import annotations

from collections.abc import Collection
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSIONS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png", HEIC: ".heic", DOCX: ".docx"}
"""How such a file is named."""
ALSO = {JPEG: {".jpeg", ".jpe"}, HEIC: {".heif", ".hif"}}
"""Endings that are as right."""
PAPERS = frozenset({PDF, JPEG, PNG})
"""What any browser shows: results, evidence, files with a question."""
SCANS = PAPERS | {HEIC}
"""What people hand in with a dossier; a telephone's own pictures too."""
DOCUMENTS = frozenset({PDF, DOCX})
"""What an office publishes: a text to read and one to work on."""

BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG, b"PK\x03\x04": DOCX}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""Of ISO/IEC 23008-12; telephones write ``heic``, some ``mif1``."""
FOREIGN: dict[bytes, Promise] = {
    b"MZ": _("một chương trình máy tính"),
    b"\x7fELF": _("một chương trình máy tính"),
    b"PK\x03\x04": _("một tệp Word, Excel hoặc tệp nén"),
    b"\xd0\xcf\x11\xe0": _("một tệp Word hoặc Excel kiểu cũ"),
    b"Rar!": _("một tệp nén"),
    b"7z\xbc\xaf": _("một tệp nén"),
    b"\x1f\x8b": _("một tệp nén"),
    b"<!DOCTYPE": _("một trang web"),
    b"<html": _("một trang web"),
    b"GIF8": _("một ảnh GIF"),
    b"RIFF": _("một ảnh WebP, đoạn phim hoặc đoạn âm thanh"),
    b"II*\x00": _("một ảnh TIFF"),
    b"MM\x00*": _("một ảnh TIFF"),
    b"BM": _("một ảnh BMP"),
}
"""What people choose by mistake, and how the answer calls it."""
HEAD = 16
"""Bytes that are enough to tell."""


def sniffed(stream: IO[bytes], accepted: Collection[str] = PAPERS) -> str | None:
    """The media type by the first bytes; None for what is not accepted."""
    stream.seek(0)
    return told_by(stream.read(HEAD), accepted)


def told_by(head: bytes, accepted: Collection[str] = PAPERS) -> str | None:
    """The same of the first bytes alone."""
    found = [kind for magic, kind in BEGINNINGS.items() if head.startswith(magic)]
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        found = [HEIC]
    return next((kind for kind in found if kind in accepted), None)


def foreign(head: bytes) -> Promise | str:
    """How one calls what it is instead; empty where nobody knows."""
    return next((name for magic, name in FOREIGN.items() if head.startswith(magic)), "")
