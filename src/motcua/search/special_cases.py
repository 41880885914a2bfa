"""Is it for a special case that nobody asked for? *Thu hồi*, *lưu động*, *có yếu tố nước ngoài*."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path

from . import words

CASES = Path(__file__).parent / "data" / "special_cases.json"
"""What names say of a special case, and of what is done after something was first given."""


def unasked(title: str, looked_for: Collection[str]) -> int:
    """How many special cases a title, without marks, names of which the question holds no word.

    >>> unasked("thu hoi giay phep", {"giay", "phep"})
    1
    """
    return sum(not case.issubset(looked_for) for case in _named(title))


@lru_cache(maxsize=20_000)
def _named(title: str) -> frozenset[frozenset[str]]:
    """The words of each special case that a title names; the same as long as the process lives."""
    return frozenset(frozenset(case[0].split()) for case in _cases().finditer(title))


@cache
def _cases() -> re.Pattern[str]:
    told = json.loads(CASES.read_text(encoding="utf-8"))
    cases = sorted((" ".join(words.loose(case)) for case in told), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(cases)})\b")
