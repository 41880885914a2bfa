"""Is this a workbook, and which parts has it? Nothing of it is trusted before it was counted."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any
from xml.parsers import expat

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from motcua.ui.xlsx import exceptions

MOST_BYTES = 20 * 1024 * 1024
"""Of the file as it comes in."""
MOST_INSIDE = 96 * 1024 * 1024
"""Of one part, unpacked."""
MOST_PARTS = 2_000
CHUNK = 256 * 1024
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of before 2007 begin, and those with a password around a new one."""
SEALED = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of a workbook by name."""

    def __init__(self, content: IO[bytes]) -> None:
        """Raises WorkbookRefused for what is no workbook."""
        _refuse_others(content)
        with refusing():
            self._zip = zipfile.ZipFile(content)
        self.names = {info.filename.lower(): info for info in self._zip.infolist()}
        if len(self.names) > MOST_PARTS:
            raise exceptions.TooMuchInside
        if "[content_types].xml" not in self.names:
            raise exceptions.NoWorkbook
        self._refuse_macros()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.names

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece; it may not swell without end, whatever its header says."""
        seen = 0
        with refusing(), self._zip.open(self.names[name.lower()]) as part:
            while chunk := part.read(CHUNK):
                seen += len(chunk)
                if seen > MOST_INSIDE:
                    raise exceptions.TooMuchInside
                yield chunk

    def tree(self, name: str) -> Any:
        """A small part as a tree; raises Broken where it is missing."""
        if name not in self:
            raise exceptions.Broken
        with refusing():
            return ElementTree.fromstring(b"".join(self.chunks(name)), forbid_dtd=True)

    def _refuse_macros(self) -> None:
        if any(name.endswith("vbaproject.bin") for name in self.names):
            raise exceptions.HasMacros
        for each in self.tree("[Content_Types].xml"):
            if "macroenabled" in each.get("ContentType", "").lower():
                raise exceptions.HasMacros


@contextmanager
def refusing() -> Iterator[None]:
    """Say in our words what the libraries say of spoilt files."""
    try:
        yield
    except DefusedXmlException as refused:
        raise exceptions.Defines from refused
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        expat.ExpatError,
        EOFError,
        KeyError,
        IndexError,
        ValueError,
        OSError,
        NotImplementedError,  # a way of packing that no spreadsheet uses
        RuntimeError,  # a part with a password
    ) as broken:
        raise exceptions.Broken from broken


def _refuse_others(content: IO[bytes]) -> None:
    """By its first bytes, never by its name."""
    content.seek(0, 2)
    if content.tell() > MOST_BYTES:
        raise exceptions.TooBig(MOST_BYTES)
    content.seek(0)
    begins = content.read(8)
    if begins == OLD:
        raise exceptions.Locked if SEALED in content.read() else exceptions.OldWorkbook
    if not begins.startswith(b"PK"):
        raise exceptions.NoWorkbook
    content.seek(0)
