"""A day or an amount in words, as papers write it beside the figures."""

from __future__ import annotations

from datetime import date

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
UNITS = ((10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn"))
MOST = 10**18
"""Larger amounts are not said in words."""


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


def amount_in_words(amount: object) -> str | None:
    """A sum of money as papers write it below the figures; None where it is none.

    >>> amount_in_words(50_000_000)
    'năm mươi triệu đồng'
    """
    if isinstance(amount, bool) or not isinstance(amount, int) or not 0 <= amount < MOST:
        return None
    return f"{number_in_words(amount)} đồng"


def number_in_words(number: int) -> str:
    """A whole number below 10¹⁸ in words: mốt, tư, lăm and linh where they belong.

    >>> number_in_words(1_000_005)
    'một triệu không trăm linh năm'
    """
    for size, unit in UNITS:
        if number >= size:
            front, rest = divmod(number, size)
            tail = f" {_behind(rest)}" if rest else ""
            return f"{number_in_words(front)} {unit}{tail}"
    return _below_thousand(number, is_inside=False)


def _behind(rest: int) -> str:
    """What follows a larger unit: its own hundreds are said even where they are none."""
    for size, unit in UNITS:
        if rest >= size:
            front, smaller = divmod(rest, size)
            tail = f" {_behind(smaller)}" if smaller else ""
            return f"{_below_thousand(front, is_inside=True)} {unit}{tail}"
    return _below_thousand(rest, is_inside=True)


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
