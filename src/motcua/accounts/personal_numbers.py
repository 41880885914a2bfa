"""What does a personal number (số định danh cá nhân) look like, and what is shown of it?

PPP G YY NNNNNN: province where the birth was registered, century and sex, year of birth, serial.
There is no check digit (domain: Luật Căn cước 26/2023/QH15, NĐ 70/2024/NĐ-CP).
"""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.accounts.sealing import keyed_hash
from motcua.search import folding

SHAPE = re.compile(r"[0-9]{12}")

PROVINCES = frozenset(
    re.findall(
        r"[0-9]{3}",
        "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034"
        " 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068"
        " 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096",
    )
)
"""The 63 provinces as they were when births were registered; merging them changed no number."""

SEX_OF_PARITY = ("male", "female")
"""The fourth digit is even for men and odd for women; each pair of digits is a century."""


def cleaned(number: str) -> str:
    """The twelve digits without the spaces people type; raises NotAPersonalNumber otherwise."""
    digits = re.sub(r"[\s.\-]", "", folding.narrow(number))
    if not SHAPE.fullmatch(digits):
        raise NotAPersonalNumber
    return digits


def masked(number: str) -> str:
    """What may be shown: ``022*****1234``. Length is hidden with the middle."""
    return f"{number[:3]}*****{number[-4:]}"


def key_of(number: str) -> str:
    """What a number is searched by."""
    return keyed_hash("personal number", cleaned(number))


def sex_of(number: str) -> str:
    """``male`` or ``female``, as the fourth digit says."""
    return SEX_OF_PARITY[int(cleaned(number)[3]) % 2]


def doubts(
    number: str, *, birth_date: date | None = None, sex: str = "", vouched: Collection[str] = ()
) -> list[str]:
    """What in the number disagrees with what was declared, as sentences; warns, never blocks.

    Sex can be changed by law, and old papers hold wrong birthdays; so a person is asked to look
    again and may go on (domain.md §8.2). Nobody doubts the digits of numbers that the identity
    provider ``vouched`` for.
    """
    digits = cleaned(number)
    year = 1900 + 100 * (int(digits[3]) // 2) + int(digits[4:6])
    found = []
    if digits[:3] not in PROVINCES and digits not in vouched:
        found.append(
            _("Ba chữ số đầu không phải mã của tỉnh, thành phố nào. Hãy đọc lại số trên thẻ.")
        )
    if birth_date and birth_date.year != year:
        found.append(_("Năm sinh trong số định danh khác năm sinh đã khai."))
    if sex and sex != sex_of(digits):
        found.append(_("Giới tính trong số định danh khác giới tính đã khai."))
    return found
