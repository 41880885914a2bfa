"""Which written things have a shape of their own? Formats that our schemas may name."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from motcua.accounts import personal_numbers, phones
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.periods import clock

UNIT_CODE = re.compile(r"[0-9]{5}")
IN_NAMES = frozenset(" .'’-")
"""What a name may hold beside letters and their marks: H'Hen Niê, Bùi-Quang."""


def is_personal_number(text: str) -> bool:
    try:
        personal_numbers.cleaned(text)
    except NotAPersonalNumber:
        return False
    return True


def is_day(text: str) -> bool:
    """A day of the calendar, as answers keep it: 2026-09-05."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_past_date(text: str) -> bool:
    """A day that has begun already in Việt Nam."""
    return is_day(text) and date.fromisoformat(text) <= clock.today()


def is_name(text: str) -> bool:
    """A person's name in any script: letters with their marks, and what stands between them."""
    kinds = [unicodedata.category(sign)[0] for sign in text if sign not in IN_NAMES]
    return "L" in kinds and set(kinds) <= {"L", "M"}


def is_unit_code(text: str) -> bool:
    """Five digits; whether there is such a commune today, ``checking`` asks the map."""
    return UNIT_CODE.fullmatch(text) is not None


FORMATS = {
    "date": is_day,
    "personal-number": is_personal_number,
    "phone": phones.is_phone,
    "past-date": is_past_date,
    "person-name": is_name,
    "commune": is_unit_code,
    "place": is_unit_code,
}
"""Beside the standard's ``email``; ``signature`` is compared with the name that it repeats."""
