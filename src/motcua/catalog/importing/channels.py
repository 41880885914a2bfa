"""In which ways can one apply, how long does it take there, and what does it cost?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning, money
from .remarks import Noting

KINDS = {"trực tuyến": "online", "dịch vụ bưu chính": "post", "trực tiếp": "direct"}
HEAD = re.compile(r"Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả")
ROW = re.compile(r"(Trực tuyến|Dịch vụ bưu chính|Trực tiếp)\s*(?=\d|Không có thông tin|Miễn phí)")
UNITS = {
    "giờ": "hour",
    "giờ làm việc": "hour",
    "ngày": "day",
    "ngày làm việc": "working_day",
    "tháng": "month",
}
TIME = re.compile(
    r"\s*(?:(?P<none>Không có thông tin)|(?P<value>\d+(?:[.,]\d+)?)\s*"
    r"(?P<unit>Giờ làm việc|Giờ|Ngày làm việc|Ngày|Tháng|Tuần|Năm|Phút)?)",
    re.IGNORECASE,
)
GLUED = re.compile(rf"\s*\d[\d.,]*\s*(?:{money.CURRENCY})", re.IGNORECASE)
LONGEST_LIMIT = 3650
UNITS_TOLD = {**UNITS, "trong ngày": "same_day"}
WHOLE = frozenset({"thoi_han", "don_vi", "so_tien", "phi_le_phi"})
"""A row that has all of these says number, unit, đồng and words apart (exporting.py)."""

UNKNOWN = _("không tách được bảng cách thức thực hiện, giữ nguyên văn")
NO_UNIT = _("thời hạn không có đơn vị")
ODD_UNIT = _("đơn vị thời gian không tính được, giữ nguyên văn")
STUCK = _("số ngày và số tiền dính liền nhau, không tách được, giữ nguyên văn")

Channel = dict[str, Any]


def read(value: object, note: Noting) -> list[Channel]:
    """Channels of the record, whether glued into one text or listed in objects."""
    if isinstance(value, list):
        return [row for one in value for row in _listed(one, note)]
    words = cleaning.said(value)
    rows = list(_rows(HEAD.sub("", words)))
    if words and not rows:
        note(UNKNOWN, words)
        return [{"description": words}]
    return [_channel(kind, rest, note) for kind, rest in rows]


def _rows(words: str) -> Iterator[tuple[str, str]]:
    """Kind and remaining words of each row: one begins where a time follows a kind."""
    found = list(ROW.finditer(words))
    ends = [*(row.start() for row in found[1:]), len(words)]
    for row, end in zip(found, ends, strict=False):
        yield KINDS[row[1].lower()], words[row.end() : end]


def _channel(kind: str, words: str, note: Noting) -> Channel:
    if GLUED.match(words):
        note(STUCK, words)
        return {"kind": kind, "description": words.strip()}
    limit, rest = _limit(words, note)
    fee, description = money.read(rest, note)
    row = {"kind": kind, **limit, "fee_amount": fee.amount, "fee_text": fee.words}
    return {**row, "description": description.strip()}


def _limit(words: str, note: Noting) -> tuple[Channel, str]:
    found = TIME.match(words)
    if not found or found["none"]:
        return {}, words[found.end() :] if found else words
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
    kind = KINDS.get(cleaning.one_line(row.get("hinh_thuc_nop")).lower())
    if row.keys() >= WHOLE:
        return [{**({"kind": kind} if kind else {}), **_whole(row)}]
    limit, more = _limit(cleaning.said(row.get("thoi_han") or row.get("thoi_gian")), note)
    fee, rest = money.read(cleaning.said(row.get("phi_le_phi")), note)
    told = [more, cleaning.said(row.get("mo_ta"))]
    channel = {
        **({"kind": kind} if kind else {}),
        **limit,
        "fee_amount": fee.amount if not rest else None,
        "fee_text": " ".join([fee.words, rest]).strip(),
        "description": "\n".join(part for part in told if part.strip()),
    }
    return [channel] if any(channel.values()) else []


def _whole(row: Mapping[str, Any]) -> Channel:
    """A row that tells number, unit and amount by themselves; nothing is read out of words."""
    return {
        "limit_value": _number(row.get("thoi_han"), 1, LONGEST_LIMIT),
        "limit_unit": UNITS_TOLD.get(cleaning.one_line(row.get("don_vi")).lower()),
        "limit_note": cleaning.said(row.get("ghi_chu_thoi_han")),
        "fee_amount": _number(row.get("so_tien"), 0, money.HIGHEST),
        "fee_text": cleaning.said(row.get("phi_le_phi")),
        "description": cleaning.said(row.get("mo_ta")),
    }


def _number(value: object, lowest: int, highest: int) -> int | None:
    """The number, where it is one within these bounds."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if lowest <= value <= highest else None
