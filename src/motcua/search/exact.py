"""What answers a question as it was typed? Nothing is mended here."""

from __future__ import annotations

from . import asking, candidates, kinds, limits, noise, ranking
from .asking import Phrasing
from .ranking import Hit

ENOUGH = 20
"""With so many entries that hold all words, the bodies are not asked."""


def exactly(q: str, kind: str | None = None) -> list[Hit]:
    """The entries that answer, best first; places left out where they say only *where*."""
    asked = noise.without(q) if _says_where(kind) else q
    said = asking.phrasings(asked)
    return limits.in_time(lambda: _found(asked, said, kind)) if said else []


def _says_where(kind: str | None) -> bool:
    """Whether a place in the question says where to do it, not what: as for procedures."""
    known = kinds.known(kind) if kind else None
    return known is not None and known.is_the_same_everywhere


def _found(q: str, said: list[Phrasing], kind: str | None) -> list[Hit]:
    known = candidates.learn(said)
    ways = asking.in_other_words(said, known.meanings)
    keys = asking.keys(q)
    found = candidates.whole(ways, keys, known.weights, kind)
    if ranking.whole(found, ways) < ENOUGH:
        in_part = candidates.partly(ways, known.weights, kind)
        in_bodies = candidates.in_bodies(ways, known.weights, kind)
        found = candidates.together(found, in_part, in_bodies)
    return ranking.ranked(found, ways, keys=keys, weights=known.weights)
