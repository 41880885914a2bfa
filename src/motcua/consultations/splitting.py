"""Which articles does a pasted draft consist of? Told by the lines that begin them.

*Điều 3. Đối tượng* begins an article and *Chương I* what articles stand in. Where there is no
article, *I. Sự cần thiết* and *Phần thứ nhất* are pieces themselves (schemes, plans). Of an
amending law only the articles of its own count: what stands in quotation marks is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.consultations import exceptions
from motcua.search.folding import nfc

ARTICLE = re.compile(r"^(Điều\s+\d+[a-zđ]?)\s*[.:–-]?\s*(.*)$", re.IGNORECASE)
CHAPTER = re.compile(
    r"^((?:Phần\s+(?:thứ\s+\w+|[IVXLC\d]+)|Chương\s+[IVXLC\d]+|Mục\s+\d+))\b\s*[.:–-]?\s*(.*)$",
    re.IGNORECASE,
)
ROMAN = re.compile(r"^([IVXL]+)\s*[.)]\s+(.+)$")
LONGEST_HEADING = 280
MOST = 400
"""So many pieces are the longest code; more are a mistake."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article to be."""

    number: str
    heading: str
    text: str = ""
    chapter: str = ""

    @property
    def columns(self) -> dict[str, str]:
        return {
            "number": self.number,
            "heading": self.heading,
            "text": self.text,
            "chapter": self.chapter,
        }

    @property
    def name(self) -> str:
        return ". ".join(part for part in (self.number, self.heading) if part)


def split(text: str) -> list[Piece]:
    """The pieces in their order; raises NothingToSplit where no line begins one."""
    lines = [" ".join(nfc(line).split()) for line in text.splitlines()]
    has_articles = any(_begins_article(line) for line in lines)
    pieces = _by_articles(lines) if has_articles else _by_parts(lines)
    if not any(piece.number for piece in pieces) or len(pieces) > MOST:
        raise exceptions.NothingToSplit
    return pieces


def joined(pieces: Iterable[Piece]) -> str:
    """The pieces as one text that splits into the same pieces."""
    written: list[str] = []
    chapter = ""
    for piece in pieces:
        if piece.chapter != chapter:
            chapter = piece.chapter
            written.append(chapter)
        written += [piece.name if piece.number else "", piece.text]
    return "\n".join(line for line in written if line)


def _begins_article(line: str) -> bool:
    return bool(ARTICLE.match(line)) and not line.startswith(("“", '"'))


class _Pile:
    """Lines that become pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.number = self.heading = self.chapter = ""
        self.lines: list[str] = []

    def begin(self, number: str, heading: str) -> None:
        self.end()
        self.number, self.heading = number, heading[:LONGEST_HEADING]
        overflow = heading[LONGEST_HEADING:]
        self.lines = [overflow] if overflow else []

    def end(self) -> None:
        text = "\n".join(line for line in self.lines if line)
        if self.number or text:
            heading = self.heading if self.number else _("Phần mở đầu")
            self.pieces.append(Piece(self.number, heading, text, self.chapter))
        self.number, self.heading, self.lines = "", "", []


def _by_articles(lines: Iterable[str]) -> list[Piece]:
    """Chapters hold articles; a chapter's title may stand on the line below its number."""
    pile, is_titled, chapters = _Pile(), True, _Chapters()
    for line in lines:
        article, chapter = ARTICLE.match(line), CHAPTER.match(line)
        if article:
            pile.begin(*_parts(article))
            is_titled = True
        elif chapter:
            pile.end()
            pile.chapter = chapters.enter(chapter[1], chapter[2])
            is_titled = bool(chapter[2])
        elif not is_titled and line:
            pile.chapter, is_titled = chapters.title(line), True
        else:
            pile.lines.append(line)
    pile.end()
    return pile.pieces


class _Chapters:
    """In which chapter, and in which section of it, does one stand?"""

    def __init__(self) -> None:
        self.chapter = self.section = ""

    def enter(self, number: str, title: str) -> str:
        is_section = number.casefold().startswith("mục")
        said = ". ".join(part for part in (number, title) if part)
        if is_section:
            self.section = said
        else:
            self.chapter, self.section = said, ""
        return self.whole

    def title(self, line: str) -> str:
        if self.section:
            self.section = f"{self.section}. {line}"
        else:
            self.chapter = f"{self.chapter}. {line}"
        return self.whole

    @property
    def whole(self) -> str:
        return " – ".join(part for part in (self.chapter, self.section) if part)[:300]


def _by_parts(lines: Iterable[str]) -> list[Piece]:
    """A scheme: its parts and Roman numbers are the pieces."""
    pile = _Pile()
    for line in lines:
        found = ROMAN.match(line)
        part = CHAPTER.match(line)
        if found:
            pile.begin(*_parts(found))
        elif part:
            pile.end()
            pile.chapter = ". ".join(word for word in _parts(part) if word)[:300]
        else:
            pile.lines.append(line)
    pile.end()
    return pile.pieces


def _parts(found: re.Match[str]) -> tuple[str, str]:
    return " ".join(found[1].split()), found[2].strip()
