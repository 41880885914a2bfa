"""Was too little said? Where things called nearly alike come first: what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import kinds, words
from .folding import WORD
from .ranking import WORDS, Hit

LOOKED_AT = 8
"""So many of the first results are compared."""
ENOUGH = 3
"""From so many on that are called alike, the question was too broad."""
AS_GOOD = 0.65
"""What answers less than this part of the best one's answer was hardly meant."""
ALIKE = 0.5
"""Names that share this part of the shorter one's words are nearly alike."""
SHORT, LONG = 2, 12
"""Fewer words say nothing without the name, more are cut."""


@dataclass(frozen=True)
class Sibling:
    """One of those that may be meant, by the words that the others do not have."""

    words: str
    address: str


def told_apart(hits: Sequence[Hit]) -> list[Sibling]:
    """Those of the first results that are called alike; nothing where it is clear what is meant."""
    alike = _alike(hits[:LOOKED_AT])
    if len(alike) < ENOUGH:
        return []
    shared = frozenset.intersection(
        *(frozenset(words.loose(words.called(hit.title))) for hit in alike)
    )
    told = {_difference(words.called(hit.title), shared): _address(hit) for hit in alike}
    choices = [Sibling(said, address) for said, address in told.items() if address]
    return choices if len(choices) > 1 else []


def _alike(hits: Sequence[Hit]) -> list[Hit]:
    """The first one and those that are called and fit nearly as it does, where names are fixed."""
    kind = kinds.known(hits[0].kind) if hits else None
    if kind is None or not kind.shows_key or hits[0].place < WORDS:
        return []
    first = hits[0]
    return [hit for hit in hits if hit.score >= AS_GOOD * first.score and _is_alike(first, hit)]


def _is_alike(one: Hit, other: Hit) -> bool:
    if one.kind != other.kind:
        return False
    ours, theirs = set(words.loose(one.title)), set(words.loose(other.title))
    return len(ours & theirs) >= ALIKE * min(len(ours), len(theirs))


def _difference(title: str, shared: frozenset[str]) -> str:
    """The first and last word that not all have and what stands between; else the name itself."""
    named = [(found, words.loose(found[0])[0]) for found in WORD.finditer(title)]
    own = [found for found, bare in named if bare not in shared]
    said = title[own[0].start() : own[-1].end()] if len(own) >= SHORT else title
    said = said[:1].upper() + said[1:]
    cut = said.split()
    return said if len(cut) <= LONG else f"{' '.join(cut[:LONG])} …"


def _address(hit: Hit) -> str:
    kind = kinds.known(hit.kind)
    return kind.address_of(hit.key) if kind else ""
