"""Which words does a text or a question consist of, with their marks and without?"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from . import folding
from .folding import WORD

LONGEST_WORD = 40
"""What is longer is no word of any language here."""
NEEDLESS = "thủ tục "
_I_ALONE = re.compile(r"(?<=^[hklmst])[iíìỉĩị]$|(?<=^qu)[iíìỉĩị]$")
_I_TO_Y = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")


def called(title: str) -> str:
    """The title without *Thủ tục*, which says nothing where everything is one.

    >>> called("Thủ tục đăng ký khai sinh")
    'đăng ký khai sinh'
    """
    name = folding.nfc(title).strip()
    return name[len(NEEDLESS) :] if name.lower().startswith(NEEDLESS) else name


def plain(key: str) -> str:
    """A key as words with one space between, so that no database parser sees a path or a number."""
    return " ".join(WORD.findall(key))


def strict(text: str) -> list[str]:
    """The words of a text with their marks, each in one spelling.

    >>> strict("Kĩ thuật; KỸ THUẬT, Hoà")
    ['kỹ', 'thuật', 'kỹ', 'thuật', 'hòa']
    """
    return [_strict(word) for word in _raw(text)]


def loose(text: str) -> list[str]:
    """The words of a text without marks.

    >>> loose("Đăng ký")
    ['dang', 'ky']
    """
    return [_loose(word) for word in _raw(text)]


def both(text: str) -> list[tuple[str, str]]:
    """Each word of a text, with its marks and without."""
    return [(_strict(word), _loose(word)) for word in _raw(text)]


def pair(first: str, second: str) -> str:
    """Two neighbors as one word of the index: most single syllables stand everywhere."""
    return f"{first}_{second}"


def vector(texts: Iterable[list[str]]) -> str:
    """The words and pairs of several texts, as PostgreSQL reads a ``tsvector``."""
    tokens: set[str] = set()
    for words in texts:
        short = [word for word in words if len(word) <= LONGEST_WORD]
        tokens.update(short)
        tokens.update(pair(*neighbors) for neighbors in pairwise(short))
    return " ".join(tokens)


def _raw(text: str) -> list[str]:
    return WORD.findall(folding.nfc(" ".join(text.split())).translate(folding.LOOKALIKES).lower())


@lru_cache(maxsize=50_000)
def _strict(word: str) -> str:
    return _one_spelling(folding.accented(word))


@lru_cache(maxsize=50_000)
def _loose(word: str) -> str:
    return _one_spelling(folding.fold(word))


def _one_spelling(word: str) -> str:
    """*lí lịch* is *lý lịch*: after these letters i and y sound alike, and both are written."""
    return _I_ALONE.sub(lambda found: found[0].translate(_I_TO_Y), word)
