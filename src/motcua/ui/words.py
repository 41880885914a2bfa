"""How are days said aloud?"""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

WEEKDAYS = (
    _("thứ Hai"),
    _("thứ Ba"),
    _("thứ Tư"),
    _("thứ Năm"),
    _("thứ Sáu"),
    _("thứ Bảy"),
    _("Chủ nhật"),
)


def weekday(value: date) -> str:
    """thứ Hai … Chủ nhật."""
    return gettext(WEEKDAYS[value.weekday()])


def day_with_weekday(value: date, *, comma: bool = True) -> str:
    """thứ Sáu, 27/11/2026: a due day is always said with its weekday."""
    return f"{weekday(value)}{',' if comma else ''} {value:%d/%m/%Y}"
