"""Which words does a text or a question consist of?"""

import re

from . import folding

WORD = re.compile(r"[^\W_]+")
LONGEST_QUESTION = 200
MOST_WORDS = 24
"""What is typed beyond is not read: nobody types it, and a machine may."""


def plain(key: str) -> str:
    """A key as words with one space between, so that no database parser sees a path or a number."""
    return " ".join(WORD.findall(key))


def asked(question: str) -> tuple[str, str]:
    """What was asked: its words in the strict and in the loose key."""
    cut = question[:LONGEST_QUESTION]
    strict = WORD.findall(folding.accented(cut))[:MOST_WORDS]
    return " ".join(strict), folding.fold(" ".join(strict))
