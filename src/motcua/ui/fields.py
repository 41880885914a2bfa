"""How are days and long texts asked for on every form of the portal?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy

from motcua.ui.xlsx.exceptions import TooBig
from motcua.ui.xlsx.package import MOST_BYTES


class WorkbookField(forms.FileField):
    """A spreadsheet; what is in it is read later."""

    widget = forms.FileInput(attrs={"accept": ".xlsx"})
    default_error_messages = {"required": gettext_lazy("Hãy chọn tệp XLSX.")}

    def clean(self, data: Any, initial: Any = None) -> UploadedFile:
        file: UploadedFile = super().clean(data, initial)
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(str(TooBig(MOST_BYTES)))
        return file


NO_DAY = gettext_lazy("Ngày này không có thật hoặc viết chưa đúng. Hãy viết như 27/11/2026.")


def day(**told: Any) -> forms.DateField:
    """A day as it is written in papers: 27/11/2026."""
    told.setdefault("error_messages", {"invalid": NO_DAY})
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
