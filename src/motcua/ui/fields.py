"""How are days and long texts asked for on every form of the portal?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy


def day(**told: Any) -> forms.DateField:
    """A day as it is written in papers: 27/11/2026."""
    told.setdefault("help_text", gettext_lazy("Ngày/tháng/năm, ví dụ 27/11/2026."))
    return forms.DateField(
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(
            format="%d/%m/%Y", attrs={"inputmode": "numeric", "class": "field--short"}
        ),
        **told,
    )


def text(rows: int, longest: int, **told: Any) -> forms.CharField:
    """A text of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=longest, widget=widget, **told)
