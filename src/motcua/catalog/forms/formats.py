"""Which written things have a shape of their own? Formats that our schemas may name."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date

from motcua.accounts import personal_numbers, phones
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.periods import clock

YEAR_OR_MONTH = re.compile(r"[0-9]{4}(-[0-9]{2})?", re.ASCII)
"""A day of which only the year is known, or month and year: 1932, 1932-05."""
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


def span_of(text: str) -> tuple[date, date] | None:
    """The first and the last day that are meant: 1932-05-09, 1932-05, 1932; None for no day."""
    try:
        if not YEAR_OR_MONTH.fullmatch(text):
            return (date.fromisoformat(text),) * 2 if is_day(text) else None
        year, _dash, month = text.partition("-")
        first = date(int(year), int(month or 1), 1)
        last_month = int(month or 12)
        return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
    except ValueError:
        return None


def written_day(text: str) -> str:
    """A day, a month or a year as people write it; anything else as it is."""
    return "/".join(reversed(text.split("-"))) if span_of(text) else text


def is_past_date_or_year(text: str) -> bool:
    """A day that has begun, or its year or month where nobody knows more."""
    span = span_of(text)
    return span is not None and span[0] <= clock.today()


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
    "past-date-or-year": is_past_date_or_year,
    "person-name": is_name,
    "commune": is_unit_code,
    "place": is_unit_code,
}
"""Beside the standard's ``email``; ``signature`` is compared with the name that it repeats."""
