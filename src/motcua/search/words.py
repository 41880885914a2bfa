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


FILLERS = frozenset(
    {
        *("em", "tôi", "tui", "mình", "anh", "chị", "ạ", "với", "thì", "là", "bị", "nhé", "ơi"),
        *("cần", "muốn", "phải", "làm", "gì", "sao", "nào", "đâu", "ở", "như", "thế"),
    }
)
"""Words that a question is said with and nothing is called by."""

FILLER_PHRASES = ("giấy tờ gì", "giấy tờ nào", "hướng dẫn", "thủ tục", "hồ sơ")


def asked(question: str) -> list[tuple[str, str]]:
    """What was asked, in the strict and in the loose key: as said, and without what only asks.

    >>> asked("Thủ tục đăng ký KHAI SINH thế nào?")[-1]
    ('đăng ký khai sinh', 'dang ky khai sinh')
    """
    words = WORD.findall(folding.accented(question[:LONGEST_QUESTION]))[:MOST_WORDS]
    texts = dict.fromkeys([" ".join(words), " ".join(_without_fillers(words))])
    return [(text, folding.fold(text)) for text in texts if text]


def _without_fillers(words: list[str]) -> list[str]:
    text = f" {' '.join(words)} "
    for phrase in FILLER_PHRASES:
        text = text.replace(f" {phrase} ", " ")
    return [word for word in text.split() if word not in FILLERS]
