"""What stands before the other results, and what beside them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from . import kinds, queries
from .ranking import WORDS, Hit

MOST_AHEAD = 2
"""So many lead the list; who said so little that more fit reads on."""
MOST_NEAREST = 3
MOST_ALIKE = 3
"""So many of one name stand together; more of them stand last, and the next name is seen."""
AS_GOOD = 0.5
"""What answers less than this part of the best one that goes ahead does not."""
NEAR = 0.25
"""What fits less only shares a word that says little."""


def arranged(hits: Sequence[Hit]) -> list[Hit]:
    """First what has the very code or name, then what goes ahead, then the others as they stood.

    Who says *sinh con* says what happened: the guide to it comes before what one of its steps is.
    Who says *sổ đỏ* wants the paper: what people come for stands before what is written about it.
    """
    exact = [hit for hit in hits if hit.place < WORDS]
    called_so = [hit for hit in hits if hit.place == WORDS]
    ahead = _ahead([hit for hit in called_so if goes_ahead(hit)])
    least = AS_GOOD * max((hit.score for hit in called_so), default=0)
    sought = [hit for hit in called_so if _is_sought(hit) and hit.score >= least][:MOST_NEAREST]
    first = [*exact, *ahead, *sought]
    return _of_one_name_together([*first, *(hit for hit in hits if hit not in first)])


def _of_one_name_together(hits: Sequence[Hit]) -> list[Hit]:
    """A few of one name, and what more there are of it after all others."""
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Hit] = []
    more: list[Hit] = []
    for hit in hits:
        seen[hit.kind, hit.title] += 1
        (kept if seen[hit.kind, hit.title] <= MOST_ALIKE else more).append(hit)
    return kept + more


def lacks_what_is_sought(hits: Sequence[Hit]) -> bool:
    """Whether something holds all words and nothing of that is what people mostly come for.

    Not where the first one has the very name: it was meant, as an office that is called so.
    """
    whole = [hit for hit in hits if not hit.is_loose]
    if not whole or whole[0].place < WORDS:
        return False
    return not any(_is_sought(hit) for hit in whole)


def nearest(words: str) -> list[Hit]:
    """The nearest of what people mostly come for."""
    sought = [kind.slug for kind in kinds.every() if kind.is_sought]
    found = [hit for slug in sought for hit in queries.find(words, slug, limit=MOST_NEAREST)]
    return [hit for hit in found if hit.score >= NEAR]


def goes_ahead(hit: Hit) -> bool:
    """Whether it is of a kind that leads to the others."""
    kind = kinds.known(hit.kind)
    return kind is not None and kind.goes_ahead


def _ahead(called_so: Sequence[Hit]) -> list[Hit]:
    least = AS_GOOD * max((hit.score for hit in called_so), default=0)
    return [hit for hit in called_so if hit.score >= least][:MOST_AHEAD]


def _is_sought(hit: Hit) -> bool:
    kind = kinds.known(hit.kind)
    return kind is not None and kind.is_sought
