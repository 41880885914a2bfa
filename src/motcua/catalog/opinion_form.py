"""What may a reader say of a page? Whether it helped, and a few words."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.catalog.models.opinions import LONGEST


class OpinionForm(forms.Form):
    """Yes or no; words where something was missing."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    helped = forms.TypedChoiceField(
        label=_("Trang này có giúp được bạn không?"),
        choices=[("co", _("Có")), ("khong", _("Không, hoặc chưa đủ"))],
        coerce=lambda said: said == "co",
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy chọn Có hoặc Không rồi gửi lại.")},
    )
    words = forms.CharField(
        label=_("Còn thiếu gì, chỗ nào khó hiểu?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Đừng viết tên, số điện thoại, số định danh: không ai trả lời riêng ý kiến này, "
            "và cổng che những gì trông như thông tin cá nhân."
        ),
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        return words.replace("\x00", "").strip()

    @classmethod
    def hinted(cls, said: Any) -> "OpinionForm":
        """With yes or no chosen already, as the link under the page said."""
        return cls(initial={"helped": said if said in {"co", "khong"} else None})
