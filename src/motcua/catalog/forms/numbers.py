"""How is a number written here: dots between the thousands, a comma before the rest?"""

from __future__ import annotations

import re
from decimal import Decimal

MOST_DIGITS = 15
"""Longer numbers nobody means, and scripts could not hold them exactly."""
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
PLAIN = re.compile(r"-?\d+(?:[,.]\d+)?")
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


def figures(number: float) -> str:
    """The number as it is written into a box, in any language of the page.

    >>> figures(1500000), figures(85.5)
    ('1.500.000', '85,5')
    """
    whole, _, rest = format(Decimal(str(number)), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if whole.startswith("-") and not grouped.startswith("-") else ""
    return f"{sign}{grouped}" + (f",{rest}" if rest.strip("0") else "")
