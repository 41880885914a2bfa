"""What does a cell say? Words or a day, or a sentence why it is neither; of every import alike."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from django.utils.translation import gettext as _

from motcua.ui.sheets import FORMULA
from motcua.ui.xlsx.cells import Trouble, Value

WRITTEN = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
BY_YEAR = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
OLDEST = 1945
YES, NO = "có", "không"


def composed(text: str) -> str:
    """The one form in which text is stored: composed, without what nobody sees."""
    told = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in told if unicodedata.category(letter) != "Cf")


class Unclear(ValueError):
    """A cell that cannot be understood; its text is the sentence."""


def text(value: Value | None) -> str:
    """Composed, with single blanks; a number as it is written, never with a point and a zero."""
    match value:
        case None:
            return ""
        case Trouble.FORMULA:
            raise Unclear(
                _("Ô này là công thức. Hãy chép ô rồi dán “chỉ giá trị” (Paste Values) vào đó.")
            )
        case Trouble.ERROR:
            raise Unclear(_("Ô này đang báo lỗi (như #N/A). Hãy ghi giá trị đúng."))
        case bool():
            return YES if value else NO
        case datetime() | date():
            return f"{value:%d/%m/%Y}"
    words = " ".join(composed(str(value)).split())
    return words[1:] if words[:1] == "'" and words[1:].startswith(FORMULA) else words


def day(value: Value | None) -> date | None:
    """A cell of a day, or its text as in papers; what could be two days is none."""
    if isinstance(value, datetime):
        raise Unclear(_("Ô này có cả giờ. Hãy chỉ ghi ngày, ví dụ 01/12/2026."))
    if isinstance(value, date):
        return _sensible(value)
    words = text(value)
    if not words:
        return None
    if isinstance(value, int | float):
        said = _("%(words)s là số, không phải ngày. Hãy định dạng ô là ngày, ví dụ 01/12/2026.")
        raise Unclear(said % {"words": words})
    return _sensible(_read(words))


def _read(words: str) -> date:
    if found := WRITTEN.fullmatch(words):
        this_day, month, year = map(int, found.groups())
    elif found := BY_YEAR.fullmatch(words):
        year, month, this_day = map(int, found.groups())
    else:
        said = _("“%(words)s” không rõ là ngày nào. Hãy ghi đủ ngày/tháng/năm, ví dụ 01/12/2026.")
        raise Unclear(said % {"words": words[:40]})
    try:
        return date(year, month, this_day)
    except ValueError:
        said = _("Không có ngày %(words)s. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 25/12/2026.")
        raise Unclear(said % {"words": words}) from None


def _sensible(found: date) -> date:
    if found.year < OLDEST:
        said = _("Ngày %(day)s quá xưa. Hãy xem lại năm.")
        raise Unclear(said % {"day": f"{found:%d/%m}/{found.year}"})
    return found
