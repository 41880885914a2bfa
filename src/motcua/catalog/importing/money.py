"""What does it cost? An amount only where the record leaves no doubt (domain.md §5.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from . import cleaning
from .remarks import Noting

FREE = "Miễn phí"
NOT_SAID = "Không có thông tin"
AMOUNT = r"\d{1,3}(?:[.,]\d{3})+|\d+"
CURRENCY = rf"VN[ĐD]|Việt Nam Đồng|đồng|USD|EUR|đ(?!(?-i:[{cleaning.SMALL}]))"
LABEL = r"(?:(?P<label>Lệ phí|Phí)\s*:?\s*)?"
FEE = re.compile(
    rf"\s*(?:(?P<free>{FREE})|(?P<unsaid>{NOT_SAID})"
    rf"|{LABEL}(?P<amount>{AMOUNT})\s*(?P<currency>{CURRENCY}))",
    re.IGNORECASE,
)
MONEY_IN_WORDS = re.compile(rf"({AMOUNT})\s*(?:{CURRENCY}|VN)", re.IGNORECASE)
SPELLED = re.compile(r"(?:nghìn|ngàn|triệu)\b|t[ỷỉ] đồng", re.IGNORECASE)
"""Money that is not written in digits; nobody compares it."""
DECIDED_ELSEWHERE = re.compile(
    r"hội đồng nhân dân|HĐND|theo quy định|quy định tại|thông tư|nghị quyết|%|giảm|/",
    re.IGNORECASE,
)
WORDS_OF_FEES = re.compile(
    r"đồng|VN[ĐD]\b|USD|EUR|%|phí\b|miễn\b|nghìn|ngàn|triệu|không thu|quy định|nghị quyết|thông tư"
    r"|HĐND|hội đồng nhân dân|^\s*(?:không|chưa có)$",
    re.IGNORECASE,
)
"""What the column of fees speaks of where it tells neither *Miễn phí* nor an amount."""
LONGEST_WORDS = 400
UNIT = re.compile(rf"\s*/\s*[{cleaning.SMALL}]+(?: [{cleaning.SMALL}]+){{0,5}}")
"""*8.000 đồng/bản sao*: for what the amount is."""
ONCE = re.compile(r"\s*/\s*(?:(?:bộ |một )?hồ sơ|lần|trường hợp|vụ|giấy phép)")
"""Units of which a dossier has one."""
OR = re.compile(
    rf"\s*(?:/|;|,|-|–|hoặc|và|đến)\s*"
    rf"(?=Miễn phí|(?:(?:Lệ )?phí\s*:?\s*)?(?:{AMOUNT})\s*(?:{CURRENCY}))",
    re.IGNORECASE,
)
"""What stands between two prices."""
HIGHEST = 10**12
SMALLEST = 1_000
"""Less than this in đồng is a slip of the pen: records say "100 VNĐ" for 100,000."""

DOUBT = _("số tiền chưa chắc, chỉ giữ lời văn")
NO_FEE = _("ghi miễn phí nhưng có lời văn kèm theo, không coi là 0 đồng")
NO_WORDS = _("không thấy phí trong bảng cách nộp, phần còn lại giữ ở mô tả")
SEVERAL = _("nhiều mức phí trong một cách nộp, chỉ giữ lời văn")


class Fee(NamedTuple):
    """What one channel costs: đồng or None, and what the record says."""

    amount: int | None
    words: str


class _Said(NamedTuple):
    """One price as it stands: *Miễn phí* or an amount, and the remark in parentheses."""

    label: str

    free: bool
    number: str
    currency: str
    remark: str
    unit: str = ""


def read(words: str, note: Noting) -> tuple[Fee, str]:
    """The fee with which the words begin, and what follows it."""
    prices, rest = _prices(words)
    told = [_in_words(price) for price in prices if price.free or price.number]
    if not prices and rest.strip():
        return _in_other_words(rest.strip(), note)
    return Fee(_certain(prices, rest, words, note), "; ".join(told)), rest.strip()


def begins(words: str) -> bool:
    """Whether a column of fees begins with these words."""
    return bool(FEE.match(words))


def _in_other_words(words: str, note: Noting) -> tuple[Fee, str]:
    """The column up to where the next one is glued to it, where it speaks of money at all."""
    column, *description = cleaning.GLUED.split(words, maxsplit=1)
    if len(column) <= LONGEST_WORDS and WORDS_OF_FEES.search(column):
        note(DOUBT, words)
        return Fee(None, column), "".join(description)
    note(NO_WORDS, words)
    return Fee(None, ""), words


def whole(words: str, note: Noting) -> Fee:
    """The fee where nothing else is said; what follows it stays words and leaves a doubt."""
    whys: list[tuple[str, str]] = []
    fee, rest = read(words, lambda *told: whys.append(told))
    said = f"{fee.words} {rest}".strip() if rest else fee.words
    amount = None if rest else fee.amount
    if amount is None and not says_nothing(words):
        whys = whys or [(DOUBT, words)]
    for why, said_so in whys:
        note(DOUBT if why == NO_WORDS else why, said_so)
    return Fee(amount, said.replace(" /", "/"))


def says_nothing(words: str) -> bool:
    return not words or words.strip(" .").lower() == NOT_SAID.lower()


def _prices(words: str) -> tuple[list[_Said], str]:
    prices = []
    while found := FEE.match(words):
        unit = UNIT.match(words, found.end()) if found["amount"] else None
        remark, words = _in_parentheses(words[(unit or found).end() :])
        words = OR.sub("", words, count=1) if OR.match(words) else words
        number, currency = found["amount"] or "", found["currency"] or ""
        label = (found["label"] or "").capitalize()
        said = unit[0].strip() if unit else ""
        if remark.startswith("/") and not said:
            said, remark = remark, ""
        prices.append(_Said(label, bool(found["free"]), number, currency, remark, said))
    return prices, words


def _in_parentheses(words: str) -> tuple[str, str]:
    """The remark in parentheses at the beginning, and the rest; what never closes is no remark."""
    if not words.lstrip().startswith("("):
        return "", words
    words, depth = words.lstrip(), 0
    for place, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return _bare(words[1:place]), words[place + 1 :]
    return "", words


def _bare(remark: str) -> str:
    """Some records put two pairs of parentheses around one remark."""
    remark = remark.strip()
    return remark[1:-1].strip() if remark[:1] == "(" and remark[-1:] == ")" else remark


def _in_words(price: _Said) -> str:
    said = FREE if price.free else f"{_thousands(price.number)} {_currency(price.currency)}"
    if not price.free and 0 < _number(price.number) < SMALLEST and "đồng" in said:
        said = f"“{price.number} {price.currency}”"  # the record's own words: nobody knows more
    said = f"{price.label}: {said}{price.unit}" if price.label else f"{said}{price.unit}"
    return f"{said}. {_sentence(price.remark)}" if price.remark else said


def _certain(prices: list[_Said], rest: str, words: str, note: Noting) -> int | None:
    """The amount in đồng, where there is one and nothing else speaks of money."""
    priced = [price for price in prices if price.free or price.number]
    if not priced:
        return None
    if len(priced) > 1:
        note(SEVERAL, words)
        return None
    amount = _amount(priced[0])
    if amount is None or _doubted(priced[0], amount, rest):
        note(NO_FEE if priced[0].free else DOUBT, words)
        return None
    return amount


def _amount(price: _Said) -> int | None:
    if price.free:
        return 0
    if price.currency.upper() in {"USD", "EUR"}:
        return None
    amount = _number(price.number)
    return amount if SMALLEST <= amount <= HIGHEST and amount % 100 == 0 else None


def _doubted(price: _Said, amount: int, rest: str) -> bool:
    if price.unit and not ONCE.match(price.unit):
        return True
    others = {_number(number) for number in MONEY_IN_WORDS.findall(f"{price.remark} {rest}")}
    if others - {amount} or SPELLED.search(f"{price.remark} {rest}"):
        return True
    return bool(DECIDED_ELSEWHERE.search(price.remark) and not others) or (
        price.free and bool(price.remark)
    )


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits)[:15])


def _thousands(digits: str) -> str:
    """8,000 → 8.000; a number that was written without marks stays as it stands."""
    return digits.replace(",", ".")


def _currency(name: str) -> str:
    return "đồng" if name.upper() not in {"USD", "EUR"} else name.upper()


def _sentence(words: str) -> str:
    told = words.lstrip("-– ").strip()
    return told[:1].upper() + told[1:]
