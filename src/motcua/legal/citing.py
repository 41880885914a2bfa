"""Who cites a law, and has to look again when it ends? Rooms that cite enter themselves here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from .models import LegalDocument

AHEAD = timedelta(days=120)
"""So long before its last day a law is named to those who cite it."""


class Citation(NamedTuple):
    """A law's number, and what cites it: its kind, its name and where it is looked at."""

    number: str
    kind: str
    name: str
    address: str


class Ending(NamedTuple):
    """A law that ends, with everything that cites it."""

    law: LegalDocument
    citations: list[Citation]


Finder = Callable[[Collection[str]], Iterable[Citation]]
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Let ``finder`` be asked, once however often it is said."""
    if finder not in _finders:
        _finders.append(finder)


def ending(day: date) -> list[Ending]:
    """Laws that ended or end soon and are cited, the first to end first; one question a room."""
    soon = LegalDocument.objects.filter(valid_during__endswith__lte=day + AHEAD)
    laws = soon.select_related("replaced_by").order_by("valid_during__endswith", "number")
    told = defaultdict(list)
    for finder in _finders if (numbers := [law.number for law in laws]) else ():
        for citation in finder(numbers):
            told[citation.number].append(citation)
    return [Ending(law, told[law.number]) for law in laws if told[law.number]]
