"""Which day is written there: *2026-07-20*, *20/7/2026* or *ngày 20 tháng 7 năm 2026*?"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from django.utils.translation import gettext_noop as _

from .remarks import Noting

DAY = (
    r"(?:ngày\s*)?(?:(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})"
    r"|(?P<dd>\d{1,2}) tháng (?P<mm>\d{1,2}) năm (?P<yy>\d{4}))"
)
WRITTEN = re.compile(rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}).*|{DAY}", re.DOTALL)


NO_DAY = _("không phải một ngày có thật, không nhận")


def read(words: str, note: Noting) -> str:
    """The day as *2026-07-20*; nothing where there is none, which is told."""
    day = _day(words)
    if words and not day:
        note(NO_DAY, words)
    return day


def _day(words: str) -> str:
    found = WRITTEN.fullmatch(words)
    with suppress(ValueError):
        if found:
            told = date.fromisoformat(found["iso"]) if found["iso"] else date(*parts(found))
            return told.isoformat()
    return ""


def parts(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of a place where ``DAY`` stands."""
    year, month, day = (
        int(found[a] or found[b]) for a, b in (("y", "yy"), ("m", "mm"), ("d", "dd"))
    )
    return year, month, day
