"""How long does it take to read an article? Its plain text and its words."""

import re
from typing import Any

WORDS_A_MINUTE = 230
"""Syllables that a grown-up reads silently; a Vietnamese word is one or two of them."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")


def count(text: str) -> int:
    return len(_WORD.findall(text))


def minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))


def text_of(lead: str, body: Any) -> str:
    """The lead and what every block of ``body`` would be found by."""
    said = (part for block in body for part in block.block.get_searchable_content(block.value))
    return "\n".join([lead, *(_TAG.sub(" ", str(part)).strip() for part in said)])
