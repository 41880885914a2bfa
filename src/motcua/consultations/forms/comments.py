"""What may an officer decide about comments, and answer them?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.consultations.workflow import Verdict, WhyNot

LONGEST = 30_000


class ShowForm(forms.Form):
    """The public form, prefilled with everything personal taken out."""

    text = forms.CharField(
        label=_("Bản công khai"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8})
    )
    name = forms.CharField(
        label=_("Tên ghi bên góp ý"),
        max_length=150,
        required=False,
        help_text=_("Để trống thì không ghi tên ai."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class WithholdForm(forms.Form):
    """Why it is not shown."""

    why = forms.ChoiceField(label=_("Vì sao"), choices=WhyNot.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Ghi chú nội bộ"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """One answer to all that say the same."""

    verdict = forms.ChoiceField(
        label=_("Kết quả"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    gist = forms.CharField(
        label=_("Các góp ý này đề nghị gì"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label=_("Tiếp thu thế nào, hoặc vì sao không"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name].strip() for name in ("gist", "reason")}


class ReportForm(forms.Form):
    """The general part of the report, kept until it is published."""

    summary = forms.CharField(
        label=_("Phần chung của báo cáo"),
        max_length=60_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Bản nháp chỉ cơ quan thấy, cho đến khi người có thẩm quyền công bố."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
