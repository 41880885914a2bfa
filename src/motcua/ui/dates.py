"""How are several days typed into one box? 01/10/2026, 01/04/2027."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

MOST = 24
BETWEEN = re.compile(r"[,;\n]+")


class DaysField(forms.CharField):
    """Days between commas or lines, earliest first; each that is none is named."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return ", ".join(f"{day:%d/%m/%Y}" for day in value)

    def clean(self, value: Any) -> list[date]:
        text = super().clean(value)
        said = [each.strip() for each in BETWEEN.split(text) if each.strip()]
        if len(said) > MOST:
            raise forms.ValidationError(_("Nhiều nhất %(n)s ngày. Hãy bớt ngày.") % {"n": MOST})
        return sorted(set(_days(said)))


def _days(said: Iterable[str]) -> Iterable[date]:
    for each in said:
        try:
            yield datetime.strptime(each, "%d/%m/%Y").date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            wrong = _("“%(said)s” không phải là ngày. Hãy viết như 27/11/2026.")
            raise forms.ValidationError(wrong % {"said": each[:40]}) from None
