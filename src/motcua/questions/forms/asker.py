"""What does an asker say afterwards? That it is theirs, what was missing, what is wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.questions.codes import parsed
from motcua.questions.forms.words import WordsField

NOT_FOUND = _(
    "Không tìm thấy câu hỏi khớp với mã và địa chỉ này. Hãy xem lại mã trong thư hoặc trên trang "
    "đã gửi, và dùng đúng địa chỉ thư điện tử đã xác nhận khi hỏi."
)
"""Said alike of a code that does not exist and of an address that is wrong."""


class FollowForm(forms.Form):
    """A question's code and the address that was confirmed when it was asked."""

    code = forms.CharField(
        label=_("Mã câu hỏi"),
        max_length=60,
        help_text=_("Ví dụ HD-261122-0004."),
        error_messages={"required": _("Hãy nhập mã câu hỏi.")},
        widget=forms.TextInput(
            attrs={
                "class": "num field--short",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )
    email = forms.EmailField(
        label=_("Thư điện tử đã dùng khi hỏi"),
        error_messages={"required": _("Hãy nhập thư điện tử đã dùng khi hỏi.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_code(self) -> str:
        if code := parsed(self.cleaned_data["code"]):
            return code
        raise ValidationError(_("Mã câu hỏi có dạng HD-261122-0004. Hãy nhập đủ cả ba phần."))


class WordsForm(forms.Form):
    """What the asker adds, or why they are not content, or why they take it back."""

    words = WordsField(
        max_length=4_000,
        error_messages={"required": _("Hãy viết vài câu để cơ quan hiểu bạn cần gì.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    LABELS = {
        "supplement": _("Thông tin bổ sung"),
        "reopen": _("Câu trả lời còn thiếu hoặc sai ở chỗ nào?"),
        "withdraw": _("Lý do rút câu hỏi"),
    }
    OPTIONAL = {"withdraw"}

    def __init__(self, *args: Any, verb: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = self.LABELS[verb]
        self.fields["words"].required = verb not in self.OPTIONAL
