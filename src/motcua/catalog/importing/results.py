"""What does the citizen receive, and under which words is it looked for?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext_noop as _

from . import cleaning
from .remarks import ODD_ROW, Noting, tell_strange

ROW = re.compile(r"(?P<name>.*?)\s*Mã\s*:\s*(?P<code>KQ\.[A-Z0-9]{1,9}\.\d{1,6})", re.DOTALL)
CODE = re.compile(r"KQ\.[A-Z0-9]{1,9}\.[0-9]{1,6}")
KEYWORDS = re.compile(r"Từ khóa(?P<words>.*?)(?:Mô tả|$)", re.DOTALL)
DESCRIPTION = re.compile(r"Mô tả(?P<words>.*?)(?:Chọn cơ quan thực hiện|$)", re.DOTALL)
END = re.compile(r"Từ khóa|Mô tả|Chọn cơ quan thực hiện|Nộp hồ sơ")
"""Where the page's other boxes begin."""

KNOWN = ("ma", "ma_ket_qua", "ten", "ten_ket_qua")

NO_CODE = _("kết quả không có mã, chỉ giữ tên")


class Outcome(NamedTuple):
    results: list[dict[str, str]]
    keywords: list[str]
    description: str


def read(value: object, note: Noting) -> Outcome:
    """Results with their codes, keywords and description of the record."""
    if isinstance(value, list):
        return Outcome([row for one in value if (row := _listed(one, note))], [], "")
    words = cleaning.said(value)
    told = END.split(words, maxsplit=1)[0]
    return Outcome(_results(told, note), _keywords(words), _boxed(DESCRIPTION, words))


def _results(words: str, note: Noting) -> list[dict[str, str]]:
    rows, place = [], 0
    for found in ROW.finditer(words):
        place = found.end()
        rows.append({"code": found["code"], "name": _name(found["name"]) or found["code"]})
    if rest := _name(words[place:]):
        note(NO_CODE, rest)
        rows.append({"name": rest})
    return rows


def _name(words: str) -> str:
    return " ".join(words.split()).strip(" .;-+*")


def _keywords(words: str) -> list[str]:
    return keywords_in(_boxed(KEYWORDS, words))


def keywords_in(value: object) -> list[str]:
    """The words between commas; what a list holds stays whole."""
    if isinstance(value, list):
        return list(dict.fromkeys(word for one in value if (word := cleaning.one_line(one))))
    told = (part.strip() for part in re.split(r"[,;\n]", cleaning.said(value)))
    return list(dict.fromkeys(part for part in told if part))


def _boxed(box: re.Pattern[str], words: str) -> str:
    found = box.search(words)
    return cleaning.said(found["words"]) if found else ""


def _listed(row: object, note: Noting) -> dict[str, str]:
    told: Mapping[str, Any] = row if isinstance(row, Mapping) else {"ten": row}
    tell_strange(told, KNOWN, note)
    name = cleaning.one_line(told.get("ten_ket_qua")) or _name(cleaning.said(told.get("ten")))
    code = cleaning.one_line(told.get("ma") or told.get("ma_ket_qua"))
    if not CODE.fullmatch(code):
        if name or code:
            note(NO_CODE if name else ODD_ROW, name or code)
        return {"name": name} if name else {}
    return {"code": code, "name": name or code}
