"""Which lines of a text show why it was found? A few words around the question's, marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .folding import WORD
from .highlights import highlighted
from .words import loose

WIDE = 28
"""So many words a snippet has."""
BEFORE = 4
"""So many of them stand before the first word that was looked for."""


@dataclass(frozen=True)
class Place:
    """One word of the text and where it stands."""

    word: str
    begin: int
    end: int


def snippet(text: str, words: Collection[str]) -> SafeString:
    """The part of the text that holds most of the words, as HTML; its beginning where none is.

    The text keeps its own marks, whatever the question was typed with.
    """
    places = _places(text)
    if not places:
        return SafeString("")
    first = _best_start(places, words)
    last = min(first + WIDE, len(places)) - 1
    cut = text[places[first].begin : places[last].end if last + 1 < len(places) else len(text)]
    before = "… " if first else ""
    after = " …" if last + 1 < len(places) else ""
    return format_html("{}{}{}", before, highlighted(cut, words), after)


def _places(text: str) -> list[Place]:
    return [Place("".join(loose(found[0])), *found.span()) for found in WORD.finditer(text)]


def _best_start(places: Sequence[Place], words: Collection[str]) -> int:
    """Where a window holds most different words, close together; the first of the best."""
    hits = [at for at, place in enumerate(places) if place.word in words]
    if not hits:
        return 0
    best = max(hits, key=lambda at: (*_held(places[at : at + WIDE - BEFORE], words), -at))
    return max(0, min(best - BEFORE, len(places) - WIDE))


def _held(window: Sequence[Place], words: Collection[str]) -> tuple[int, int]:
    """How many of the words, and how many of their neighborhoods, the window holds."""
    found = [place.word for place in window]
    neighbors = sum(first in words and second in words for first, second in pairwise(found))
    return len(set(words).intersection(found)), neighbors
