"""On which shelf does a field of administration stand? By its words; the portal's own order."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from motcua.search import folding

WORDS = Path(__file__).with_name("topics.json")
"""Topic (recording/shelves.py) → words of a field's name; the first topic that fits wins."""
OTHER = "other"


def of(sector: str) -> str:
    """The topic of a field such as *Hộ tịch*; where nothing fits, the shelf for the rest."""
    folded = folding.fold(sector)
    return next((topic for topic, words in _patterns() if words.search(folded)), OTHER)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    topics = json.loads(WORDS.read_text(encoding="utf-8"))
    return [(topic, _any_of(words)) for topic, words in topics.items()]


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(folding.fold(word)) for word in words)})\b")
