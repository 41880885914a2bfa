"""What is wrong with a plan, in which line, and what to do about it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence that ends with the remedy; ``row`` is the line of the file, if it is one's."""

    sentence: str
    row: int | None = None

    def __str__(self) -> str:
        if self.row is None:
            return capfirst(self.sentence)
        return _("Dòng %(row)d: %(sentence)s") % {"row": self.row, "sentence": self.sentence}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """As one reads the file; what concerns the whole plan comes last. Each is said once."""
    return sorted(dict.fromkeys(problems), key=lambda each: (each.row is None, each.row or 0))


def like(word: str, known: Iterable[str]) -> str:
    """The known word that somebody may have meant, or all of them."""
    words = list(known)
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return near[0] if near else ", ".join(words)
