"""Which organization does an address mean? Identifiers as people and older systems write them."""

from __future__ import annotations

import re

from motcua.organizations.models import IDENTIFIER, IDENTIFIER_LENGTH

OLD_LAYOUT = re.compile(r"^[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2,3}\.([A-Y][0-9]{2})$")
"""``V1V2V3.Z1Z2.Y1Y2.MX1X2``: from the bottom up, at fixed widths (TT 10/2016/TT-BTTTT)."""


def canonical(written: str) -> str:
    """The identifier that is meant, or nothing where none can be.

    The layout of 2016 stood from the bottom up and filled empty levels with zeros; QĐ 20/2020
    turned it round and left them out.

    >>> canonical("000.00.61.h49"), canonical(" h49.61. "), canonical("000.00.00.H49")
    ('H49.61', 'H49.61', 'H49')
    """
    text = "".join(written.upper().split()).strip(".")
    if OLD_LAYOUT.match(text):
        groups = reversed(text.split("."))
        text = ".".join(group for group in groups if group.strip("0"))
    is_one = len(text) <= IDENTIFIER_LENGTH and re.match(IDENTIFIER, text)
    return text if is_one else ""
