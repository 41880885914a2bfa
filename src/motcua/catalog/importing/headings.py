"""What stands at the head of a record: code, name, tiers, audiences, shelf?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from motcua.catalog.models.procedures import CODE

from . import cleaning
from .remarks import Noting

LEVEL = re.compile(r"cấp (?:bộ|tỉnh|huyện|xã)|cơ quan khác")
"""A tier wherever it stands: *UBND cấp xã*, *Cấp tỉnh/Cấp xã*."""
LEVELS = {
    "cấp bộ": "ministry",
    "bộ": "ministry",
    "cấp tỉnh": "province",
    "tỉnh": "province",
    "cấp huyện": "other",
    "cấp xã": "commune",
    "xã": "commune",
    "cơ quan khác": "other",
}
AUDIENCES = (
    "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "Cán bộ, công chức, viên chức",
    "Người Việt Nam định cư ở nước ngoài",
    "Người nước ngoài cư trú tại Việt Nam",
    "Doanh nghiệp có vốn đầu tư nước ngoài",
    "Công dân Việt Nam",
    "Người nước ngoài",
    "Tổ chức nước ngoài",
    "Hợp tác xã",
    "Doanh nghiệp",
)
"""Those with commas in their names, and those that begin like others, first."""
FOUND = re.compile("|".join(map(re.escape, AUDIENCES)), re.IGNORECASE)
CANONICAL = {name.lower(): name for name in AUDIENCES}

ONLINE = {"toàn trình": "full", "một phần": "partial"}
NONE_OF = {
    "mẫu đơn, tờ khai": "forms",
    "yêu cầu, điều kiện": "conditions",
    "phí, lệ phí": "fees",
}
LONGEST_AUDIENCE = 200
LONG_AUDIENCE = _("đối tượng dài bất thường, không nhận")
NO_REASON = _("ghi trực tuyến một phần mà không ghi lý do, không nhận mức này")
ODD_ONLINE = _("mức trực tuyến lạ, không nhận")
ODD_NONE = _("không rõ phần nào không có, không nhận")
OTHER_LEVEL = _("cấp thực hiện lạ, coi là cơ quan khác")
DISTRICT = _("cấp huyện không còn từ 01/7/2025, coi là cơ quan khác")
NO_LEVEL = _("không ghi cấp thực hiện, coi là cơ quan khác")


def code(value: object) -> str:
    """The eight characters; nothing where there are none."""
    words = cleaning.one_line(value)
    return words if re.fullmatch(CODE, words) else ""


def levels(value: object, note: Noting) -> list[str]:
    parts = [part.strip() for part in re.split(r"[,;\n]", cleaning.said(value))]
    told = [level for part in parts if part for level in _levels(part.lower(), note)]
    if not told:
        note(NO_LEVEL, cleaning.text(value))
    return list(dict.fromkeys(told)) or ["other"]


def _levels(part: str, note: Noting) -> list[str]:
    """The tiers that one part names."""
    named = [part] if part in LEVELS else LEVEL.findall(part)
    if not named:
        note(OTHER_LEVEL, part)
    elif "cấp huyện" in named:
        note(DISTRICT, part)
    return [LEVELS[one] for one in named] or ["other"]


def online(raw: Mapping[str, Any], note: Noting) -> dict[str, str]:
    """Full or partial; a partial one without a reason is not taken (NĐ 224/2026 Art 14)."""
    words = cleaning.one_line(raw.get("muc_do_truc_tuyen"))
    level = next((word for name, word in ONLINE.items() if name in words.lower()), "")
    reason = cleaning.said(raw.get("ly_do_mot_phan"))
    if level == "partial" and not reason:
        note(NO_REASON, words)
        return {}
    if words and not level:
        note(ODD_ONLINE, words)
    return {"online_level": level, "partial_reason": reason}


def states_none(value: object, note: Noting) -> list[str]:
    """The legal parts of which the record itself says that there are none."""
    told = [part.strip() for part in re.split(r"[;\n]", cleaning.said(value)) if part.strip()]
    for part in told:
        if part.lower() not in NONE_OF:
            note(ODD_NONE, part)
    known = (NONE_OF.get(part.lower(), "") for part in told)
    return list(dict.fromkeys(part for part in known if part))


def audiences(value: object, note: Noting) -> list[str]:
    """Known audiences by name, and every other that stands between commas or in a list."""
    if isinstance(value, list):
        return _short(map(cleaning.one_line, value), note)
    words = cleaning.said(value)
    known = [CANONICAL[name.lower()] for name in FOUND.findall(words)]
    others = [part.strip() for part in re.split(r"[,;\n]", FOUND.sub(",", words))]
    return list(dict.fromkeys([*known, *_short(others, note)]))


def _short(told: Iterable[str], note: Noting) -> list[str]:
    """Those that may be names of audiences; a whole sentence is none."""
    kept = []
    for part in told:
        if len(part) > LONGEST_AUDIENCE:
            note(LONG_AUDIENCE, part)
        elif part:
            kept.append(part)
    return list(dict.fromkeys(kept))
