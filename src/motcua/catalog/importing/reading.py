"""Which raw records lie at a path? One file or a folder of thousands, read one at a time.

A file is read piece by piece, however large it is: an object, a list of objects, or one object a
line. What stands before a break in it is read all the same.
"""

from __future__ import annotations

import codecs
import gzip
import json
import math
import re
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

ENDINGS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
PIECE = 256 * 1024
LONGEST = 8 * 1024 * 1024
"""Letters of a record; one has 5 to 120 thousand."""
BETWEEN = re.compile(r"\A[\s,\ufeff]*")
QUOTED = 200


def _number(digits: str) -> float:
    if math.isinf(number := float(digits)):
        raise ValueError(digits)
    return number


def _no_number(word: str) -> object:
    raise ValueError(word)


DECODER = json.JSONDecoder(parse_float=_number, parse_constant=_no_number)
"""What JSON does not know, such as NaN, is no record."""


class Found(NamedTuple):
    """Something that may be a record: where it stood, what it is, or why it cannot be read."""

    where: str
    raw: object = None
    trouble: str = ""


def files(path: Path) -> list[Path]:
    """The file, or whatever below the folder is called like one, in the order of names."""
    if not path.is_dir():
        return [path]
    named = (one for one in path.rglob("*") if one.name.lower().endswith(ENDINGS))
    return sorted(one for one in named if not one.is_dir())


def records(path: Path) -> Iterator[Found]:
    """The records of a file, each with its place in it."""
    if not path.is_file():  # a broken link, a pipe that nobody writes to
        yield Found(
            path.name, trouble=_("không phải tệp đọc được (liên kết hỏng hoặc tệp đặc biệt)")
        )
        return
    text = _Text(path)
    try:
        yield from _in_text(text, path.name)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        yield Found(_at(path.name, text.told, is_list=False), trouble=_unreadable(error))


class _Text:
    """What of a file is at hand, and how to get more of it."""

    def __init__(self, path: Path) -> None:
        self.path, self.left, self.is_over, self.told = path, "", False, 0
        self.pieces = self._read()

    def _read(self) -> Iterator[str]:
        with _opened(self.path) as file:
            piece = file.read(PIECE)
            decoder = codecs.getincrementaldecoder(_encoding(piece))()
            while piece:
                yield decoder.decode(piece)  # may be empty: half a letter
                piece = file.read(PIECE)
        if last := decoder.decode(b"", final=True):
            yield last

    def more(self) -> bool:
        """Whether there was more."""
        piece = next(self.pieces, None)
        self.is_over = piece is None
        self.left += piece or ""
        return piece is not None

    def skip(self) -> str:
        """Pass what stands between two records; the first letter of the next."""
        while True:
            self.left = BETWEEN.sub("", self.left, count=1)
            if self.left or not self.more():
                return self.left[:1]

    def take(self) -> object:
        """The next value; ValueError where it is none, or longer than any record."""
        while True:
            try:
                value, end = DECODER.raw_decode(self.left)
            except ValueError:
                if len(self.left) > LONGEST or not self.more():
                    raise
                continue
            if end < len(self.left) or not self.more():  # a number may go on
                self.left = self.left[end:]
                return value


def _encoding(begin: bytes) -> str:
    """UTF-16 where its mark stands at the beginning, as Windows writes it; else UTF-8."""
    return "utf-16" if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def _opened(path: Path) -> gzip.GzipFile | BufferedReader:
    return gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")


def _in_text(text: _Text, name: str) -> Iterator[Found]:
    is_list = text.skip() == "["
    if is_list:
        text.left = text.left[1:]
    while (first := text.skip()) and not (is_list and first == "]"):
        try:
            found = Found(_at(name, text.told, is_list=is_list), text.take())
        except (ValueError, RecursionError) as error:
            yield Found(_at(name, text.told, is_list=is_list), trouble=_broken(error))
            if is_list or not _next_line(text):
                return
            found = None
        text.told += 1
        if found:
            yield found
    yield from _incomplete(text, name, is_list=is_list)


def _incomplete(text: _Text, name: str, *, is_list: bool) -> Iterator[Found]:
    """A list that never ends was cut off; a file without anything in it is no record."""
    if is_list and not text.left:
        yield Found(
            _at(name, text.told, is_list=True),
            trouble=_("danh sách bị cắt cụt, không có dấu ] ở cuối"),
        )
    elif not text.told and not is_list:
        yield Found(name, trouble=_("tệp trống"))


def _next_line(text: _Text) -> bool:
    """Go on behind a line that is no record; only where records stand a line each."""
    if not text.told:
        return False
    while "\n" not in text.left:
        if not text.more():
            return False
        if len(text.left) > LONGEST and "\n" not in text.left:
            text.left = text.left[-1:]
    text.left = text.left.partition("\n")[2]
    return True


def _at(name: str, place: int, *, is_list: bool) -> str:
    """The file, and which of its records where it has several."""
    if is_list:
        return f"{name}[{place}]"
    return f"{name}:{place + 1}" if place else name


def _unreadable(error: Exception) -> str:
    """Why the bytes of a file are no text."""
    if isinstance(error, UnicodeDecodeError):
        return _("không đọc được: có byte không phải chữ %s, hãy lưu lại tệp bằng UTF-8") % (
            error.encoding.upper()
        )
    if isinstance(error, EOFError):
        return _("không đọc được: tệp nén bị cắt cụt")
    if isinstance(error, zlib.error | gzip.BadGzipFile):
        return _("không đọc được: tệp nén bị hỏng")
    return _("không mở được tệp, hãy xem quyền đọc tệp")


def _broken(error: Exception) -> str:
    """Where it is no JSON; what a value says is quoted."""
    if isinstance(error, UnicodeDecodeError):
        return _unreadable(error)
    if isinstance(error, json.JSONDecodeError):
        return _("không phải JSON, sai ở ký tự thứ %d của bản ghi") % (error.pos + 1)
    if isinstance(error, RecursionError):
        return _("lồng quá nhiều lớp ngoặc, không đọc")
    return _("không phải JSON, có số không đọc được: %s") % str(error)[:QUOTED]
