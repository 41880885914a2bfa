"""Which procedures and laws were typed in? Codes and numbers, checked, each once."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from motcua.catalog.models import Procedure
from motcua.legal.actions import LONGEST

MOST = 20


class CodesField(forms.CharField):
    """Codes of procedures between commas, blanks or lines; an unknown one is named."""

    def clean(self, value: Any) -> Any:
        codes = _each_once(re.split(r"[\s,;]+", super().clean(value)))
        known = set(Procedure.objects.filter(code__in=codes).values_list("code", flat=True))
        if strange := [code for code in codes if code not in known]:
            named = {"codes": ", ".join(strange)[:100]}
            raise forms.ValidationError(
                _("Không có thủ tục mang mã %(codes)s. Xem mã ở trang Dịch vụ công.") % named
            )
        return codes


class LinesField(forms.CharField):
    """Numbers of laws, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> Any:
        numbers = _each_once(" ".join(line.split()) for line in super().clean(value).splitlines())
        if len(numbers) > MOST or any(len(number) > LONGEST for number in numbers):
            raise forms.ValidationError(
                _("Ghi mỗi dòng một số, ký hiệu, tối đa %(most)s dòng.") % {"most": MOST}
            )
        return numbers


def _each_once(found: Any) -> list[str]:
    return list(dict.fromkeys(each for each in found if each))
