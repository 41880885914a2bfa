"""What in a text should not be public, and how does it read without?

Pure functions over patterns and what is known of the writer. They suggest; the original stays, and
a moderator accepts or changes what is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from motcua.search.folding import fold
from motcua.strangers.personal_patterns import BLANK, GAP, LETTER, PATTERNS, Kind

PLACEHOLDERS = {
    Kind.PERSONAL_NUMBER: gettext_noop("[số định danh]"),
    Kind.EMAIL: gettext_noop("[thư điện tử]"),
    Kind.DOSSIER_CODE: gettext_noop("[mã hồ sơ]"),
    Kind.PHONE: gettext_noop("[số điện thoại]"),
    Kind.BANK_ACCOUNT: gettext_noop("[số tài khoản]"),
    Kind.PLATE: gettext_noop("[biển số xe]"),
    Kind.ADDRESS: gettext_noop("[địa chỉ]"),
    Kind.NAME: gettext_noop("[họ tên]"),
}
OF_OFFICES = frozenset({Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.BANK_ACCOUNT})
"""What an office's answer may tell of the office itself."""
CERTAIN = frozenset({Kind.PERSONAL_NUMBER, Kind.PHONE, Kind.EMAIL})
"""What a writer's own words may not show; a publication is refused over it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the writer, and so recognized however it is written."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    personal_number: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that looks personal; ``is_own`` where it is the writer's for certain."""

    start: int
    end: int
    kind: Kind
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text to show: plain, or marked with what it looks like."""

    text: str
    kind: Kind | None = None

    @property
    def placeholder(self) -> str:
        return placeholder(self.kind) if self.kind else self.text


NOBODY = Known()
SHORTEST_NUMBER = 8
TOO_LARGE = re.compile(r"(?:phuong|xa|thi tran|thi xa|dac khu|quan|huyen|tinh|thanh pho|tp)\b")
"""Parts of an address, folded, in which thousands live."""


def spans(text: str, known: Known = NOBODY, *, by_office: bool = False) -> list[Span]:
    """What looks personal, in order and without overlaps.

    In an office's answer its own telephone, address and account may stand (``by_office``).
    """
    found = [*_own(text, known), *_by_pattern(text, without=OF_OFFICES if by_office else ())]
    return _apart(found)


def pieces(text: str, marked: Sequence[Span]) -> list[Piece]:
    """The text in stretches; together they are the text."""
    shown: list[Piece] = []
    at = 0
    for span in marked:
        shown += [Piece(text[at : span.start]), Piece(text[span.start : span.end], span.kind)]
        at = span.end
    return [piece for piece in [*shown, Piece(text[at:])] if piece.text]


def redacted(text: str, known: Known = NOBODY, *, by_office: bool = False) -> str:
    """The text with a placeholder for everything that looks personal."""
    marked = pieces(text, spans(text, known, by_office=by_office))
    return "".join(piece.placeholder for piece in marked)


def certain(question: Iterable[str], answer: str, known: Known) -> list[str]:
    """What must not be public: numbers and addresses in their words; their own anywhere."""
    asked = [
        text[span.start : span.end]
        for text in question
        for span in spans(text, known)
        if span.kind in CERTAIN
    ]
    answered = [
        answer[span.start : span.end]
        for span in spans(answer, known, by_office=True)
        if span.kind == Kind.PERSONAL_NUMBER or (span.is_own and span.kind in CERTAIN)
    ]
    return list(dict.fromkeys(asked + answered))


def placeholder(kind: Kind) -> str:
    """What stands in the place of such a thing."""
    return _(PLACEHOLDERS[kind])


# --- Finding --------------------------------------------------------------------------------


def _by_pattern(text: str, without: Iterable[Kind]) -> Iterator[Span]:
    left_out = frozenset(without)
    for kind, pattern in PATTERNS:
        if kind in left_out:
            continue
        for found in pattern.finditer(text):
            groups = found.groupdict()
            if not groups.get("place"):
                group: str | int = "said" if groups.get("said") else 0
                yield Span(*found.span(group), kind)


def _own(text: str, known: Known) -> Iterator[Span]:
    plain = _folded_in_place(text)
    for kind, wanted in _wanted(known):
        for found in wanted.finditer(plain):
            yield Span(*found.span(), kind, is_own=True)
    yield from _given_name(text, plain, known.name)


def _wanted(known: Known) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    """Patterns of the writer's own things, for a folded text."""
    phone = re.sub(r"\D", "", known.phone).removeprefix("84").removeprefix("0")
    for kind, digits in (
        (Kind.PERSONAL_NUMBER, re.sub(r"\D", "", known.personal_number)),
        (Kind.PHONE, phone),
    ):
        if len(digits) >= SHORTEST_NUMBER:
            yield kind, re.compile(rf"(?:\+?84{GAP}|0{GAP})?" + rf"{GAP}{GAP}".join(digits))
    if known.email:
        yield Kind.EMAIL, re.compile(re.escape(fold(known.email)))
    yield from ((Kind.ADDRESS, _words(part)) for part in _telling_parts(known.address))
    yield from ((Kind.NAME, _words(part)) for part in _parts_of_name(known.name))


def _parts_of_name(name: str) -> list[str]:
    """The name, and its ends as people shorten it: *Đức Thịnh*, *Vũ Thịnh*."""
    words = fold(name).split()
    ends = [" ".join(words[first:]) for first in range(len(words) - 1)]
    return [*ends, f"{words[0]} {words[-1]}"] if len(words) > 2 else ends


def _telling_parts(address: str) -> list[str]:
    """The parts of an address that lead to the door: not the names of commune and province."""
    parts = [part.strip() for part in fold(address).split(",")]
    small = parts[:-2] if len(parts) > 2 else parts[:1]
    return [part for part in small if len(part) > 3 and not TOO_LARGE.match(part)]


def _words(text: str) -> re.Pattern[str]:
    spaced = rf"{BLANK}+".join(re.escape(word) for word in text.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _given_name(text: str, plain: str, name: str) -> Iterator[Span]:
    """The given name alone: a capitalized word that is no part of a longer name, as of a place."""
    names = fold(name).split()
    if not names:
        return
    for found in re.finditer(rf"(?<!\w){re.escape(names[-1])}(?!\w)", plain):
        start, end = found.span()
        before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
        last = re.search(rf"[{LETTER}]+\Z", before)
        is_in_a_name = bool(last and last[0][0].isupper()) or after[:1].isupper()
        if text[start].isupper() and not is_in_a_name:
            yield Span(start, end, Kind.NAME, is_own=True)


def _folded_in_place(text: str) -> str:
    """The text folded letter by letter, so that every position stays the same."""
    folded = ((letter, fold(letter)) for letter in text)
    return "".join(plain if len(plain) == 1 else letter for letter, plain in folded)


def _apart(found: Iterable[Span]) -> list[Span]:
    """Overlapping stretches become one; the kind that comes first in ``Kind`` names it."""
    order = list(Kind)
    apart: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        last = apart[-1] if apart else None
        if last is None or span.start >= last.end:
            apart.append(span)
            continue
        kind = min(last.kind, span.kind, key=order.index)
        is_own = last.is_own or span.is_own
        apart[-1] = Span(last.start, max(last.end, span.end), kind, is_own)
    return apart
