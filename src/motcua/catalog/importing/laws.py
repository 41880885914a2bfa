"""On which laws does it stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning, days
from .remarks import Noting, tell_strange

HEAD = re.compile(r"Tên văn bản pháp lý\s*Mã văn bản")
KINDS = (
    "Thông tư liên tịch|Thông tư|Nghị định|Nghị quyết|Bộ luật|Luật|Pháp lệnh|Quyết định"
    "|Văn bản hợp nhất|Chỉ thị"
)
ISSUERS = (
    "BNNPTNT|BLĐTBXH|BVHTTDL|VKSNDTC|BKHCN|BGDĐT|BTTTT|BGTVT|BTNMT|BNNMT|BKHĐT|TANDTC|BDTTG"
    "|UBND|HĐND|NHNN|TTCP|VPCP|UBDT|TTg|BTP|BTC|BCA|BXD|BYT|BNV|BCT|BQP|BNG|CTN|CP"
)
"""Longer ones first. Without a list, *BCAngày* would not tell where the number ends."""
CAPITALS = rf"(?:[A-ZĐ](?![{cleaning.SMALL}])){{1,12}}"
"""Letters of a number; the one before a small letter begins the next title."""
NUMBER = (
    r"\d{1,4}(?:\.\d{1,2})?[a-z]?/(?:\d{4}/)?"
    rf"(?:UBTVQH\d{{2}}|QH\d{{2}}|(?:{ISSUERS}|{CAPITALS})"
    rf"(?:-(?:{ISSUERS}|{CAPITALS}))+|L-CTN)"
)
FOUND = re.compile(rf"(?:(?:{KINDS})(?: số)? |(?<![\d/])(?<!\d\.))(?P<number>{NUMBER})")
GLUED = re.compile(r"((?:19|20)\d{2})(?=\d{1,3}/(?:19|20)\d{2}/)|(QH\d{2})(?=\d)")
"""Where digits of two things stand together: *Luật Doanh nghiệp 2020* and *76/2025/QH15*."""
APART = "\x1f"
IN_TITLE = re.compile(NUMBER)
ISSUER = (
    r"(?:\s*của (?P<issuer>Chính phủ|Quốc hội|Thủ tướng Chính phủ"
    r"|Bộ(?: trưởng Bộ)?(?: [^\s:;,.()]+){1,6}?)"
    r"(?=\s*(?:quy định|hướng dẫn|sửa đổi|ban hành|về|[:;,.()]|$)))?"
)
LONGEST_NUMBER = 200
WHOLE = frozenset({"so_ky_hieu", "trich_yeu", "co_quan", "ngay_ban_hanh"})
"""A row that has all of these tells everything by itself; nothing is read out of its title."""

KNOWN = WHOLE | {"ten_van_ban", "ma_van_ban"}

NO_NUMBER = _("không thấy số hiệu văn bản, chỉ giữ tên")

Law = dict[str, Any]


def read(value: object, note: Noting) -> list[Law]:
    """The laws in their order, each with number, title, and day and issuer where those are told."""
    if isinstance(value, list):
        return [law for row in value if (law := _listed(row, note))]
    words = " ".join(HEAD.sub("", cleaning.said(value)).split())
    return [_law(title, number) for title, number in _rows(words, note)]


def _rows(words: str, note: Noting) -> Iterator[tuple[str, str]]:
    """Title and number of each row: a number ends it that is glued to what stands before."""
    words = GLUED.sub(lambda found: found[0] + APART, words)
    place = 0
    for found in FOUND.finditer(words):
        if found.start() > place and words[found.start() - 1] != " ":
            yield words[place : found.start()].strip(APART), found[0]
            place = found.end() + words.startswith(APART, found.end())
    if rest := words[place:].strip(" .;,-" + APART):
        note(NO_NUMBER, rest)
        yield rest, ""


def _law(title: str, said: str, **told: str) -> Law:
    number = IN_TITLE.search(said)
    law: Law = {
        "number": (number[0] if number else said)[:LONGEST_NUMBER].strip(),
        "title": title.replace(APART, "").strip(" .;"),
        **_issued(title, number[0] if number else ""),
        **told,
    }
    return _told(law)


def _issued(title: str, number: str) -> Law:
    """The day and the issuer that follow this law's own number in its title."""
    told = rf"{re.escape(number)}\s+{days.DAY}{ISSUER}"
    found = re.search(told, title) if number else None
    if not found:
        return {}
    with suppress(ValueError):
        issued = date(*days.parts(found)).isoformat()
        return {"issued_on": issued, "issuer": (found["issuer"] or "").strip()}
    return {}


# --- Records that list their laws -------------------------------------------------------------


def _listed(row: object, note: Noting) -> Law:
    if not isinstance(row, Mapping):
        return next((_law(*one) for one in _rows(cleaning.one_line(row), note)), {})
    tell_strange(row, KNOWN, note)
    told = {
        "issuer": cleaning.one_line(row.get("co_quan")),
        "issued_on": days.read(cleaning.one_line(row.get("ngay_ban_hanh")), note),
    }
    title = cleaning.one_line(row.get("trich_yeu") or row.get("ten_van_ban"))
    number = cleaning.one_line(row.get("so_ky_hieu") or row.get("ma_van_ban"))
    if title and not number:
        note(NO_NUMBER, title)
    if row.keys() >= WHOLE:
        return _told({"number": number[:LONGEST_NUMBER], "title": title, **told})
    return _law(title, number, **_told(told))


def _told(law: Law) -> Law:
    return {key: words for key, words in law.items() if words}
