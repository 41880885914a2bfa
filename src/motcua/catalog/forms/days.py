"""How are days read as people write them, whole or as far as the papers know them?"""

from __future__ import annotations

import re
from datetime import date
from itertools import dropwhile
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.search import folding

from .formats import is_day, span_of, written_day
from .questions import LineQuestion, Question

LUMPED = {
    6: re.compile("([0-9]{2})([0-9]{4})"),
    8: re.compile("([0-9]{2})([0-9]{2})([0-9]{4})"),
}
"""Month and year, or a whole day, typed without anything between; by length."""
WRITTEN_DAYS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d%m%Y", "%Y-%m-%d"]


class DayQuestion(Question, forms.DateField):
    """A day as dd/mm/yyyy on the screen and ISO in the answers."""

    default_error_messages = {
        "invalid": _("Ngày viết theo dạng ngày/tháng/năm, ví dụ 05/09/2026, và phải có trên lịch.")
    }

    def to_python(self, value: Any) -> date | None:
        typed = re.sub(r"\s*([./-])\s*", r"\1", folding.narrow(str(value or "")).strip())
        return super().to_python(typed)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, date):
            value = value.isoformat()
        return written_day(value) if isinstance(value, str) and is_day(value) else value

    def answer(self, value: Any) -> str | None:
        return value.isoformat() if value else None


class DayOrYearQuestion(LineQuestion):
    """A day as dd/mm/yyyy, or month and year, or the year alone, as old papers have it."""

    default_error_messages = {
        "invalid": _(
            "Hãy viết ngày/tháng/năm; nếu giấy tờ chỉ ghi tháng, năm hoặc năm thì viết"
            " như giấy tờ, ví dụ 05/1932 hoặc 1932."
        )
    }

    def to_python(self, value: Any) -> str:
        typed = super().to_python(folding.narrow(str(value or "")))
        if not typed or span_of(typed):
            return typed
        if (read := _day_or_year(typed)) is None:
            raise forms.ValidationError(self.error_messages["invalid"])
        return read

    def prepare_value(self, value: Any) -> Any:
        return written_day(value) if isinstance(value, str) else value


def _day_or_year(typed: str) -> str | None:
    """What was typed, in ISO; in front, what stands for an unknown day or month says nothing."""
    lump = LUMPED.get(len(typed))
    whole = lump.fullmatch(typed) if lump else None
    steps = whole.groups() if whole else re.split(r"[\s./-]+", typed)
    known = list(dropwhile(lambda step: not step.strip("0?"), steps))
    if not 1 <= len(known) <= 3 or not all(re.fullmatch("[0-9]+", step) for step in known):
        return None
    year, *rest = reversed(known)
    read = "-".join([year, *(step.zfill(2) for step in rest)])
    return read if span_of(read) else None
