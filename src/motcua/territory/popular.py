"""What do people call a place that has another name on paper? *Hòn Gai* is *Hồng Gai*."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from motcua.search.folding import fold
from motcua.territory.spelling import key, words

FILE = Path(__file__).parent / "data" / "popular_names.json"
NAMES = {
    tuple(key(said).split()): words(official)
    for said, official in json.loads(FILE.read_text(encoding="utf-8")).items()
}
"""Words without marks of what people say, and the words of the name on paper."""
KEYS = frozenset(" ".join(said) for said in NAMES)


def official(said: Sequence[str]) -> list[str]:
    """The words of an address with the names on paper.

    >>> official(["phường", "hòn", "gai"])
    ['phường', 'hồng', 'gai']
    """
    left, at = list(said), 0
    while at < len(left):
        found = next((name for name in NAMES if _stands_at(left, at, name)), None)
        if found:
            left[at : at + len(found)] = NAMES[found]
        at += 1
    return left


def _stands_at(said: Sequence[str], at: int, name: tuple[str, ...]) -> bool:
    return tuple(fold(word) for word in said[at : at + len(name)]) == name
