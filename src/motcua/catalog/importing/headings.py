"""What stands at the head of a record: code, name, tiers, audiences, shelf?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from motcua.catalog.models.procedures import CODE

from . import cleaning
from .remarks import Noting

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
OTHER_LEVEL = _("cấp thực hiện lạ, coi là cơ quan khác")
DISTRICT = _("cấp huyện không còn từ 01/7/2025, coi là cơ quan khác")
NO_LEVEL = _("không ghi cấp thực hiện, coi là cơ quan khác")


def code(value: object) -> str:
    """The eight characters; nothing where there are none."""
    words = cleaning.one_line(value)
    return words if re.fullmatch(CODE, words) else ""


def levels(value: object, note: Noting) -> list[str]:
    told = [part.strip() for part in re.split(r"[,;\n]", cleaning.said(value)) if part.strip()]
    if not told:
        note(NO_LEVEL, cleaning.text(value))
    for part in told:
        if part.lower() not in LEVELS:
            note(OTHER_LEVEL, part)
        elif part.lower() == "cấp huyện":
            note(DISTRICT, part)
    return list(dict.fromkeys(LEVELS.get(part.lower(), "other") for part in told)) or ["other"]


def online(raw: Mapping[str, Any]) -> dict[str, str]:
    """Full or partial; a partial one without a reason is not taken (NĐ 224/2026 Art 14)."""
    level = ONLINE.get(cleaning.one_line(raw.get("muc_do_truc_tuyen")).lower(), "")
    reason = cleaning.said(raw.get("ly_do_mot_phan"))
    if level == "partial" and not reason:
        return {}
    return {"online_level": level, "partial_reason": reason}


def states_none(value: object) -> list[str]:
    """The legal parts of which the record itself says that there are none."""
    told = (part.strip().lower() for part in re.split(r"[;\n]", cleaning.said(value)))
    return list(dict.fromkeys(NONE_OF[part] for part in told if part in NONE_OF))


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
