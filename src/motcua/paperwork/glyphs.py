"""Which characters can our fonts print? A name with a sign that they lack must not stop a paper.

PDF/A and PDF/UA allow no sign without a glyph, and a receipt is printed from facts that nobody
can change any more; so the sign is replaced on the page, and only there.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

REPLACEMENT = "\N{WHITE SQUARE}"
"""What stands on the page for a sign that our fonts lack."""

FONTS = Path(__file__).parent / "fonts"


def printable(value: Any) -> Any:
    """``value``, as JSON holds it, with every sign replaced that a font of ours lacks."""
    if isinstance(value, str):
        return "".join(map(_printed, value))
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    return value


def _printed(sign: str) -> str:
    """The sign, nothing for one that only steers others (it could turn a name around), or a box."""
    if unicodedata.category(sign) == "Cf":
        return ""
    return sign if sign in "\n\t" or ord(sign) in _covered() else REPLACEMENT


@cache
def _covered() -> frozenset[int]:
    """The characters for which each of our fonts has a glyph."""
    return frozenset(set.intersection(*map(_glyphs_of, FONTS.glob("*.ttf"))))


def _glyphs_of(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())
