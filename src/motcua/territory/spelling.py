"""How do people write the name of a place? With marks or without, with the kind or its initial."""

import re
from functools import cache

from motcua.search.folding import accented, fold
from motcua.territory.models import Kind

WORD = re.compile(r"[^\W\d_]+|\d+")
"""Letters or figures: ``P1`` is two words, and so is ``P. Hà``; hyphens and quotes part words."""

ABBREVIATIONS = {
    Kind.PROVINCE: ("t",),
    Kind.CITY: ("tp", "t p"),
    Kind.DISTRICT: ("h",),
    Kind.URBAN_DISTRICT: ("q",),
    Kind.TOWN: ("tx", "t x"),
    Kind.WARD: ("p", "f"),
    Kind.COMMUNE: ("x",),
    Kind.TOWNSHIP: ("tt", "t t"),
    Kind.SPECIAL_ZONE: ("dk",),
}
"""What people write instead of the kind; ``f.`` for *phường* comes from the telephone."""


def words(text: str) -> list[str]:
    """The words with their marks, the figures without leading zeros.

    >>> words("P.01, Thị xã Quảng Yên")
    ['p', '1', 'thị', 'xã', 'quảng', 'yên']
    """
    found = WORD.findall(accented(text))
    return [word.lstrip("0") or word if word.isdigit() else word for word in found]


@cache
def key(name: str) -> str:
    """What a name is found by: its words without marks."""
    return " ".join(fold(word) for word in words(name))


@cache
def spellings_of_kind(kind: str) -> frozenset[str]:
    """The kind in full and short, without marks, as found before a name."""
    return frozenset({fold(kind), *(fold(short) for short in ABBREVIATIONS[Kind(kind)])})


def spellings(kind: str, name: str) -> frozenset[str]:
    """All ways to write a place: the name alone or after any spelling of its kind."""
    plain = key(name)
    return frozenset({plain, *(f"{before} {plain}" for before in spellings_of_kind(kind))})
