"""Which file is handed in? A plan as YAML or CSV, or the decision as it was signed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class PlanFileForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp phương án"),
        help_text=_("YAML hoặc CSV. Tệp có chỗ sai vẫn mở được để sửa trên màn hình."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.csv"}),
        error_messages={
            "required": _("Hãy chọn tệp phương án."),
            "empty": _("Tệp này trống: hãy chọn tệp phương án có nội dung."),
        },
    )


class DecisionForm(forms.Form):
    file = forms.FileField(
        label=_("Quyết định đã ký"),
        help_text=_("PDF, hoặc ảnh chụp JPEG, PNG."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={
            "required": _("Hãy chọn tệp quyết định."),
            "empty": _("Tệp này trống: hãy chọn tệp quyết định đã ký."),
        },
    )


class TextForm(forms.Form):
    text = forms.CharField(
        label=_("Văn bản của phương án (YAML)"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 24, "spellcheck": "false", "class": "field plan-text"}
        ),
    )
