"""Which written things have a shape of their own? Formats that our schemas may name."""

from __future__ import annotations

from datetime import date

from motcua.accounts import personal_numbers, phones
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.periods import clock


def is_personal_number(text: str) -> bool:
    try:
        personal_numbers.cleaned(text)
    except NotAPersonalNumber:
        return False
    return True


def is_past_date(text: str) -> bool:
    """A day that has begun already in Việt Nam."""
    try:
        return date.fromisoformat(text) <= clock.today()
    except ValueError:
        return False


FORMATS = {
    "personal-number": is_personal_number,
    "phone": phones.is_phone,
    "past-date": is_past_date,
}
"""Beside the standard's ``date`` and ``email``; ``commune`` is a choice, checked by its field."""
