"""A day in words, as papers of civil status write it beside the figures."""

from __future__ import annotations

from datetime import date

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def day_in_words(iso: object) -> str | None:
    """The day in words; None where it is no day.

    >>> day_in_words("2026-09-05")
    'ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu'
    """
    try:
        day = date.fromisoformat(str(iso))
    except ValueError:
        return None
    month = "tư" if day.month == 4 else number_in_words(day.month)
    return f"ngày {number_in_words(day.day)} tháng {month} năm {number_in_words(day.year)}"


def number_in_words(number: int) -> str:
    """A number from 0 to 9999 in words: mốt, tư, lăm and linh where they belong."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest, is_inside=False)
    tail = f" {_below_thousand(rest, is_inside=True)}" if rest else ""
    return f"{DIGITS[thousands]} nghìn{tail}"


def _below_thousand(number: int, *, is_inside: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not is_inside:
        return _below_hundred(rest)
    if not rest:
        return f"{DIGITS[hundreds]} trăm"
    between = " linh" if rest < 10 else ""
    return f"{DIGITS[hundreds]} trăm{between} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    front = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    return f"{front} {_last_digit(tens, ones)}" if ones else front


def _last_digit(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in {1, 4}:
        return {1: "mốt", 4: "tư"}[ones]
    return DIGITS[ones]
