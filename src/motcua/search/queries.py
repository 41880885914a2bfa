"""Which entries answer a question, best first?"""

from __future__ import annotations

from . import asking, candidates, limits, ranking
from .asking import Phrasing
from .ranking import LOOSE, Hit

MOST_HITS = 500
ENOUGH = 20
"""With so many entries that hold all words, the bodies are not asked."""

__all__ = ["LOOSE", "Hit", "find"]


def find(q: str, kind: str | None = None, *, limit: int = MOST_HITS) -> list[Hit]:
    """What answers ``q``, best first: code, whole title, then by how much of ``q`` it says.

    Takes any text; what is not a word (operators, emoji, NUL) is not looked for. Always the same
    order for the same index.
    """
    said = asking.phrasings(q)
    return limits.in_time(lambda: _found(q, said, kind))[:limit] if said else []


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
