"""What does a personal number (số định danh cá nhân) look like, and what is shown of it?

PPP G YY NNNNNN: province where the birth was registered, century and sex, year of birth, serial.
There is no check digit (domain: Luật Căn cước 26/2023/QH15, NĐ 70/2024/NĐ-CP).
"""

import re

from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.accounts.sealing import keyed_hash

SHAPE = re.compile(r"[0-9]{12}")


def cleaned(number: str) -> str:
    """The twelve digits without the spaces people type; raises NotAPersonalNumber otherwise."""
    digits = re.sub(r"[\s.\-]", "", number)
    if not SHAPE.fullmatch(digits):
        raise NotAPersonalNumber
    return digits


def masked(number: str) -> str:
    """What may be shown: ``022*****1234``. Length is hidden with the middle."""
    return f"{number[:3]}*****{number[-4:]}"


def key_of(number: str) -> str:
    """What a number is searched by."""
    return keyed_hash("personal number", cleaned(number))
