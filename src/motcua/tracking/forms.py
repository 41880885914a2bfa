"""What does a citizen type to ask where a dossier is?"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.forms import second_facts
from motcua.dossiers.references import parsed

NOT_FOUND = _(
    "Không tìm thấy hồ sơ khớp với mã và bốn số này. Hãy xem lại mã trên giấy hẹn; "
    "bốn số là bốn số cuối của số điện thoại hoặc số định danh cá nhân đã khai khi nộp."
)
"""Said alike of a code that does not exist and of digits that are wrong."""


class LookUpForm(forms.Form):
    """A dossier's code and a second fact."""

    ma = second_facts.code(
        120,
        label=_("Mã hồ sơ"),
        help_text=_("Trên giấy hẹn hoặc trong thư đã gửi cho bạn, ví dụ H49.61-261119-0037."),
        error_messages={"required": _("Hãy nhập mã hồ sơ.")},
    )
    bon_so = second_facts.LastDigits(
        help_text=_("Của số điện thoại hoặc số định danh cá nhân đã khai khi nộp.")
    )

    def clean_ma(self) -> str:
        """The code as it is stored, whatever case, spaces and dashes were typed."""
        if code := parsed(self.cleaned_data["ma"]):
            return code
        raise ValidationError(_("Mã hồ sơ có dạng H49.61-261119-0037. Hãy nhập đủ cả ba phần."))
