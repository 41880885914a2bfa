"""In which ways can one apply, how long does it take there, and what does it cost?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning, money
from .remarks import Noting, tell_strange

KINDS = {"trực tuyến": "online", "dịch vụ bưu chính": "post", "trực tiếp": "direct"}
CALLED = {
    "online": re.compile("trực tuyến|qua mạng|điện tử|online"),
    "post": re.compile("bưu chính|bưu điện"),
    "direct": re.compile("trực tiếp"),
}
"""How kinds are called where a record lists its channels."""
HEAD = re.compile(r"Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả")
IS_GLUED = re.compile(r"Hình thức nộpThời gian")
WAYS = r"Trực tuyến|Dịch vụ bưu chính(?: công ích)?|Trực tiếp"
ROW = re.compile(
    rf"({WAYS}|TRỰC TUYẾN|DỊCH VỤ BƯU CHÍNH(?: CÔNG ÍCH)?|TRỰC TIẾP)"
    rf"(?:(?=[^\W_{cleaning.SMALL}])"
    r"|\s+(?=\d|Không có thông tin|Không quy định|Miễn phí|Trong ngày))"
)
"""Glued to what follows, or before a time."""
FEES = re.compile(
    rf"(?<=[^\s\d.,])(?:Miễn phí|Không có thông tin|(?:Lệ phí|Phí)\s*:"
    rf"|(?:{money.AMOUNT})\s*(?:VN[ĐD]|Việt Nam Đồng|Đồng|đồng))"
)
"""How the column of fees may begin behind words about the time; glued to them."""
LONGEST_TAIL = 300
UNITS = {
    "giờ": "hour",
    "giờ làm việc": "hour",
    "ngày": "day",
    "ngày làm việc": "working_day",
    "tháng": "month",
}
TIME = re.compile(
    r"\s*(?:(?P<none>Không có thông tin|Không quy định)"
    r"|(?P<same>(?:Ngay )?trong ngày(?: làm việc)?)"
    r"|(?P<value>\d+(?:[.,]\d+)?)\s*(?:\([^\W\d]{2,6}(?: [^\W\d]{2,6}){0,4}\)\s*)?"
    r"(?P<unit>Giờ làm việc|Giờ|Ngày làm việc|Ngày|Tháng|Tuần|Năm|Phút)?)",
    re.IGNORECASE,
)
OR = re.compile(r"\s*(?:hoặc|đến|[-–])\s*\d")
ANOTHER = re.compile(r"\d\s*(?:\([^()]*\)\s*)?(?:giờ|ngày|tháng|tuần|năm|phút)", re.IGNORECASE)
GLUED = re.compile(rf"\s*\d[\d.,]*\s*(?:{money.CURRENCY})", re.IGNORECASE)
LONGEST_LIMIT = 3650
UNITS_TOLD = {**UNITS, "trong ngày": "same_day"}
WHOLE = frozenset({"thoi_han", "don_vi", "so_tien", "phi_le_phi"})
"""A row that has all of these says number, unit, đồng and words apart (exporting.py)."""
KNOWN = WHOLE | {"hinh_thuc_nop", "thoi_gian", "ghi_chu_thoi_han", "mo_ta"}

UNKNOWN = _("không tách được bảng cách thức thực hiện, giữ nguyên văn")
NO_UNIT = _("thời hạn không có đơn vị")
ODD_UNIT = _("đơn vị thời gian không tính được, giữ nguyên văn")
ODD_LIMIT = _("thời hạn không tách được thành một con số, giữ nguyên văn")
ODD_KIND = _("cách nộp không rõ là trực tiếp, trực tuyến hay bưu chính, giữ nguyên văn")
ODD_AMOUNT = _("số tiền không phải số nguyên trong khoảng cho phép, không nhận")
STUCK = _("số ngày và số tiền dính liền nhau, không tách được, giữ nguyên văn")

Channel = dict[str, Any]


def read(value: object, note: Noting) -> list[Channel]:
    """Channels of the record, whether glued into one text or listed in objects."""
    if isinstance(value, list):
        return [row for one in value for row in _listed(one, note)]
    words = cleaning.said(value)
    before, rows = _rows(HEAD.sub("", words), is_glued=bool(IS_GLUED.search(words)))
    if before:
        note(UNKNOWN, before)
    told: list[Channel] = [{"description": before}] if before else []
    return [*told, *(_channel(kind, rest, note) for kind, rest in rows)]


def _rows(words: str, *, is_glued: bool) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first row, and kind and remaining words of each row."""
    found = [row for row in ROW.finditer(words) if _is_a_row(row, is_glued=is_glued)]
    ends = [*(row.start() for row in found), len(words)]
    rows = [
        (KINDS[row[1].lower().removesuffix(" công ích")], words[row.end() : end])
        for row, end in zip(found, ends[1:], strict=True)
    ]
    return words[: ends[0]].strip(), rows


def _is_a_row(row: re.Match[str], *, is_glued: bool) -> bool:
    """In a glued table a kind between spaces is one of the words of a description."""
    before, after = row.string[: row.start()][-1:], row.string[row.end(1) :]
    if re.match(WAYS, after):  # *nộp Trực tiếp* at the end of a description
        return False
    return not (is_glued and before == " " and after[:1] == " ")


def _channel(kind: str, words: str, note: Noting) -> Channel:
    if GLUED.match(words):
        note(STUCK, words)
        return {"kind": kind, "description": words.strip()}
    limit, rest = _limit_before_fees(words, note)
    fee, description = money.read(rest, note)
    row = {"kind": kind, **limit, "fee_amount": fee.amount, "fee_text": fee.words}
    return {**row, "description": description.strip()}


def _limit_before_fees(words: str, note: Noting) -> tuple[Channel, str]:
    """The limit; words behind it belong to it where the column of fees follows them."""
    found = TIME.match(words)
    rest = words[found.end() :] if found else words
    fees = None if money.begins(rest) else FEES.search(rest[:LONGEST_TAIL])
    if not fees:
        if ANOTHER.match(rest.lstrip(" -–/,;")) or OR.match(rest):
            note(ODD_LIMIT, words)
            return {}, words
        return _limit(words, note)
    at = len(words) - len(rest) + fees.start()
    return _limit_alone(words[:at].strip(), note), words[at:]


def _limit(words: str, note: Noting) -> tuple[Channel, str]:
    found = TIME.match(words)
    if not found or found["none"]:
        return {}, words[found.end() :] if found else words
    if found["same"]:
        return {"limit_unit": "same_day"}, words[found.end() :]
    said, rest = found[0].strip(), words[found.end() :]
    value, unit = found["value"], (found["unit"] or "").lower()
    if not value.isdecimal() or not 0 < int(value[:9]) <= LONGEST_LIMIT or unit not in {*UNITS, ""}:
        note(ODD_UNIT, said)
        return {"limit_note": said}, rest
    if not unit:
        note(NO_UNIT, said)
    return {"limit_value": int(value), "limit_unit": UNITS.get(unit)}, rest


# --- Records that list their channels ---------------------------------------------------------


def _listed(row: object, note: Noting) -> list[Channel]:
    if not isinstance(row, Mapping):
        return read(cleaning.text(row), note)
    tell_strange(row, KNOWN, note)
    kind, called = _kind(row.get("hinh_thuc_nop"), note)
    if row.keys() >= WHOLE:
        return [kind | _whole(row, note) | _called(called, row)]
    fee = money.whole(cleaning.said(row.get("phi_le_phi")), note)
    channel = {
        **kind,
        **_limit_alone(cleaning.said(row.get("thoi_han") or row.get("thoi_gian")), note),
        "fee_amount": fee.amount,
        "fee_text": fee.words,
        "description": cleaning.said(row.get("mo_ta")),
        **_called(called, row),
    }
    return [channel] if any(channel.values()) else []


def _kind(value: object, note: Noting) -> tuple[Channel, str]:
    """The kind, where the words leave no doubt; else the words."""
    words = cleaning.one_line(value)
    kinds = [kind for kind, pattern in CALLED.items() if pattern.search(words.lower())]
    if len(kinds) == 1:
        return {"kind": kinds[0]}, ""
    if words:
        note(ODD_KIND, words)
    return {}, words


def _called(words: str, row: Mapping[str, Any]) -> Channel:
    """What nobody understood as a kind begins the description."""
    told = [words, cleaning.said(row.get("mo_ta"))]
    return {"description": "\n".join(part for part in told if part)} if words else {}


def _limit_alone(words: str, note: Noting) -> Channel:
    """The limit where nothing else is said; words that leave a doubt stay words."""
    if not words:
        return {}
    limit, rest = _limit(words, _silent)
    rest = rest.strip(" .;,")
    unclear = not limit or bool(rest and "limit_value" in limit and not limit["limit_unit"])
    if unclear or "limit_note" in limit or ANOTHER.search(rest):
        note(ODD_LIMIT, words)
        return {"limit_note": words}
    if "limit_value" in limit and not limit["limit_unit"]:
        note(NO_UNIT, words)
    return {**limit, **({"limit_note": _bare(rest)} if rest else {})}


def _bare(words: str) -> str:
    """Without the parentheses around all of it."""
    return words[1:-1].strip() if re.fullmatch(r"\([^()]*\)", words) else words


def _silent(_why: str, _words: str) -> None:
    """Who asks says himself what was not understood."""


def _whole(row: Mapping[str, Any], note: Noting) -> Channel:
    """A row that tells number, unit and amount by themselves; nothing is read out of words."""
    amount = _number(row.get("so_tien"), 0, money.HIGHEST)
    if amount is None and (said := cleaning.said(row.get("so_tien"))):
        note(ODD_AMOUNT, said)
    return {
        **_whole_limit(row, note),
        "fee_amount": amount,
        "fee_text": cleaning.said(row.get("phi_le_phi")),
        "description": cleaning.said(row.get("mo_ta")),
    }


def _whole_limit(row: Mapping[str, Any], note: Noting) -> Channel:
    told = [cleaning.one_line(row.get(key)) for key in ("thoi_han", "don_vi")]
    value = _number(row.get("thoi_han"), 1, LONGEST_LIMIT)
    unit = UNITS_TOLD.get(told[1].lower())
    remark = cleaning.said(row.get("ghi_chu_thoi_han"))
    if (told[0] and value is None) or (told[1] and unit is None):
        words = " ".join(part for part in told if part)
        note(ODD_LIMIT, words)
        value, unit, remark = None, None, "\n".join(part for part in (words, remark) if part)
    return {"limit_value": value, "limit_unit": unit, "limit_note": remark}


def _number(value: object, lowest: int, highest: int) -> int | None:
    """The number, where it is one within these bounds."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if lowest <= value <= highest else None
