"""How is a number written here: dots between the thousands, a comma before the rest?"""

from __future__ import annotations

import re
from decimal import Decimal

MOST_DIGITS = 15
"""Longer numbers nobody means, and scripts could not hold them exactly."""
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
PLAIN = re.compile(r"-?\d+(?:[,.]\d+)?")
SPELLED = re.compile(
    r"(?P<figures>[\d.,]*\d)\s*(?P<word>nghìn|ngàn|triệu|tr|tỷ|tỉ|k)\b.*", re.IGNORECASE
)
WORTH = {"nghìn": 3, "ngàn": 3, "k": 3, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}
"""How many noughts a word stands for."""
CURRENCY = ("đồng", "vnđ", "vnd", "đ")
"""How people write the unit *đồng*."""
TYPED_BETWEEN = re.compile(r"(?<=\d)[\s_](?=\d)")


def read(text: str) -> Decimal | None:
    """A number as people type it; None where it is none.

    >>> read("1.500.000"), read("85,5"), read("0.125")
    (Decimal('1500000'), Decimal('85.5'), Decimal('0.125'))
    """
    bare = TYPED_BETWEEN.sub("", text.strip())
    if GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif PLAIN.fullmatch(bare):
        bare = bare.replace(",", ".")
    else:
        return None
    return Decimal(bare) if len(bare.strip("-0").replace(".", "")) <= MOST_DIGITS else None


def without_unit(text: str, unit: str) -> str:
    """What stands before the question's own unit, where somebody typed it: ``5.000.000 đồng``."""
    for word in CURRENCY if unit == CURRENCY[0] else (unit,):
        if word and text.lower().endswith(word.lower()):
            return text[: -len(word)].rstrip()
    return text


def spelled(text: str) -> Decimal | None:
    """An amount written with a word, such as ``5 triệu``; None where it is none."""
    found = SPELLED.fullmatch(text.strip())
    amount = read(found["figures"]) if found else None
    return amount * 10 ** WORTH[found["word"].lower()] if found and amount is not None else None


def is_too_long(text: str) -> bool:
    """Whether it is a number, only longer than anybody means."""
    return (
        len(re.sub(r"[\s._]", "", text)) > MOST_DIGITS
        and re.fullmatch(r"[\d\s._]+", text) is not None
    )


def figures(number: float) -> str:
    """The number as it is written into a box, in any language of the page.

    >>> figures(1500000), figures(85.5)
    ('1.500.000', '85,5')
    """
    whole, _, rest = format(Decimal(str(number)), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if whole.startswith("-") and not grouped.startswith("-") else ""
    return f"{sign}{grouped}" + (f",{rest}" if rest.strip("0") else "")
