"""Is it for a special case that nobody asked for? *Thu hồi*, *lưu động*, *có yếu tố nước ngoài*."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from . import words

CASES = Path(__file__).parent / "data" / "special_cases.json"
"""What names say of a special case, and of what is done after something was first given."""


def unasked(title: str, looked_for: Collection[str]) -> int:
    """How many special cases a title, without marks, names of which the question holds no word.

    >>> unasked("thu hoi giay phep", {"giay", "phep"})
    1
    """
    found = {case[0] for case in _cases().finditer(title)}
    return sum(not all(word in looked_for for word in case.split()) for case in found)


@cache
def _cases() -> re.Pattern[str]:
    told = json.loads(CASES.read_text(encoding="utf-8"))
    cases = sorted((" ".join(words.loose(case)) for case in told), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(cases)})\b")
