"""Into which passages does a pasted conclusion fall? Paragraphs and points, words untouched.

Text that was copied out of a PDF breaks in the middle of sentences; text out of a word processor
has one line a paragraph. Both end up the same: a new passage begins after an empty line, at a mark
such as ``1.``, ``2.1.``, ``a)``, ``-`` or ``II.``, and after a line that ended its sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from motcua.search.folding import nfc

MOST = 500
"""More than anybody concludes in one meeting."""
MARK = re.compile(
    r"(?:[IVX]{1,6}[.)]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[a-zđ]{1,2}\)|[-–+•*]|(?:Điều|Mục|Phần)\s+\S+)\s"
)
ENDS = (".", ";", ":", "!", "?", "…", "./.")
TITLE_LENGTH = 160


def split(text: str) -> list[str]:
    """The passages of a pasted text, in their order; none of them empty.

    >>> split("1. Giao Sở Xây dựng rà soát\\ncác tuyến đường.\\na) Xong trong tháng 12.")
    ['1. Giao Sở Xây dựng rà soát các tuyến đường.', 'a) Xong trong tháng 12.']
    """
    return [" ".join(lines) for lines in _gathered(_lines(text))]


def mark_of(passage: str) -> str:
    """The mark with which it begins, as people name it: "1.2." or "a)"; nothing where none is."""
    found = MARK.match(f"{passage} ")
    return found[0].strip() if found and found[0].strip() not in "-–+•*" else ""


def titled(passage: str) -> str:
    """A first title for the task that is made of it: its words without mark, cut at a word."""
    words = passage[len(MARK.match(passage)[0]) :] if MARK.match(passage) else passage  # type: ignore[index]
    words = words.strip().rstrip(".;:")
    if len(words) <= TITLE_LENGTH:
        return words
    return f"{words[:TITLE_LENGTH].rpartition(' ')[0] or words[:TITLE_LENGTH]}…"


def _lines(text: str) -> Iterator[str]:
    """Lines without stray spaces and without what cannot be seen; empty ones stay."""
    for line in nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        seen = "".join(each if each != "\t" else " " for each in line if _is_visible(each))
        yield " ".join(seen.split())


def _gathered(lines: Iterator[str]) -> Iterator[list[str]]:
    together: list[str] = []
    for line in lines:
        if together and (not line or MARK.match(f"{line} ") or together[-1].endswith(ENDS)):
            yield together
            together = []
        if line:
            together.append(line)
    if together:
        yield together


def _is_visible(character: str) -> bool:
    return character in "\t " or unicodedata.category(character)[0] != "C"
