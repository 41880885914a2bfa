"""What does a citizen type to ask where a dossier is?"""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.references import parsed

NOT_FOUND = _(
    "Không tìm thấy hồ sơ khớp với mã và bốn số này. Hãy xem lại mã trên giấy hẹn; "
    "bốn số là bốn số cuối của số điện thoại hoặc số định danh cá nhân đã khai khi nộp."
)
"""Said alike of a code that does not exist and of digits that are wrong."""


class LookUpForm(forms.Form):
    """A dossier's code and a second fact."""

    ma = forms.CharField(
        label=_("Mã hồ sơ"),
        max_length=120,
        help_text=_("Trên giấy hẹn hoặc trong thư đã gửi cho bạn, ví dụ H49.61-261119-0037."),
        error_messages={"required": _("Hãy nhập mã hồ sơ.")},
        widget=forms.TextInput(
            attrs={
                "class": "num",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )
    bon_so = forms.CharField(
        label=_("Bốn số cuối"),
        max_length=20,
        help_text=_("Của số điện thoại hoặc số định danh cá nhân đã khai khi nộp."),
        error_messages={"required": _("Hãy nhập bốn số cuối.")},
        widget=forms.TextInput(
            attrs={
                "class": "num field--short",
                "inputmode": "numeric",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
    )

    def clean_ma(self) -> str:
        """The code as it is stored, whatever case, spaces and dashes were typed."""
        if code := parsed(self.cleaned_data["ma"]):
            return code
        raise ValidationError(_("Mã hồ sơ có dạng H49.61-261119-0037. Hãy nhập đủ cả ba phần."))

    def clean_bon_so(self) -> str:
        plain = unicodedata.normalize("NFKC", self.cleaned_data["bon_so"])
        digits = re.sub(r"\s", "", plain)
        if re.fullmatch(r"[0-9]{4}", digits):
            return digits
        raise ValidationError(_("Hãy nhập đúng bốn chữ số, ví dụ 5678."))
