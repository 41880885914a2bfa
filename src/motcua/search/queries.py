"""Which entries answer a question, best first?"""

from __future__ import annotations

from . import exact, limits, spelling
from .ranking import LOOSE, Hit

MOST_HITS = 500
ANY_OF = "SELECT EXISTS (SELECT 1 FROM search_entry WHERE kind = %s)"

__all__ = ["LOOSE", "Hit", "find", "find_or_mend", "has_any"]


def find(q: str, kind: str | None = None, *, limit: int = MOST_HITS) -> list[Hit]:
    """What answers ``q``, best first: code, whole title, then by how much of ``q`` it says.

    Takes any text; what is not a word (operators, emoji, NUL) is not looked for. Always the same
    order for the same index. Where nothing at all is found, a clear misspelling is mended.
    """
    return find_or_mend(q, kind)[0][:limit]


def has_any(kind: str) -> bool:
    """Whether there is anything of the kind; one cheap query."""
    return bool(limits.rows(ANY_OF, [kind])[0][0])


def find_or_mend(q: str, kind: str | None = None, *, mend: bool = True) -> tuple[list[Hit], str]:
    """What answers, and what was looked for instead where nothing answers what was typed.

    Whoever shows it says so, and leads back to the words as they were typed.
    """
    hits = exact.exactly(q, kind)
    meant = spelling.suggestion(q) if mend and not hits else ""
    return (exact.exactly(meant, kind), meant) if meant else (hits, "")
