"""What is typed to invite somebody, and to come back with a code?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.accounts import personal_numbers
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.catalog import forms as procedure_forms
from motcua.dossiers.drafting import codes
from motcua.dossiers.forms import second_facts
from motcua.dossiers.forms.citizen import NAME
from motcua.search.folding import nfc

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion


class CodeForm(forms.Form):
    """A draft's code and a second fact."""

    NOT_FOUND = _(
        "Không mở được bằng mã và bốn số này. Hãy xem lại mã trên giấy đã in; bốn số là bốn số "
        "cuối của số điện thoại hoặc số định danh cá nhân của người viết bản nháp."
    )

    ma = second_facts.code(
        80,
        label=_("Mã bản nháp"),
        help_text=_("Mười hai chữ và số, ví dụ 7KQM-2XRA-9TCH. Viết hoa hay thường đều được."),
        error_messages={"required": _("Hãy nhập mã bản nháp.")},
    )
    bon_so = second_facts.LastDigits(
        help_text=_("Của số điện thoại hoặc số định danh cá nhân của người viết bản nháp.")
    )

    def clean_ma(self) -> str:
        """The code as it is kept; one that was misread says so before it costs a try."""
        if code := codes.parsed(self.cleaned_data["ma"]):
            return code
        raise ValidationError(_("Mã này chép chưa đúng ở đâu đó. Hãy so lại từng chữ với giấy."))


class SomePages(forms.MultipleChoiceField):
    """Pages that somebody sees; whether one is needed depends on what else is said."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class InvitationForm(forms.Form):
    """Who is asked to apply along, and what they see."""

    WHOLE, PART = "whole", "part"

    name = forms.CharField(
        label=_("Họ và tên người cùng nộp"),
        max_length=150,
        validators=[NAME],
        error_messages={"required": _("Hãy nhập họ tên người cùng nộp.")},
    )
    number = forms.CharField(
        label=_("Số định danh cá nhân của người ấy"),
        max_length=20,
        help_text=_("Mười hai chữ số. Chỉ người đăng nhập bằng số này nhận được lời mời."),
        error_messages={"required": _("Hãy nhập số định danh cá nhân gồm 12 chữ số.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Thư điện tử của người ấy"),
        required=False,
        help_text=_("Nếu có, cổng gửi thư báo; thư không nêu tên ai và nội dung nào."),
    )
    scope = forms.ChoiceField(
        label=_("Người ấy xem và điền"),
        choices=[(WHOLE, _("Cả bản nháp")), (PART, _("Chỉ các trang chọn dưới đây"))],
        initial=WHOLE,
        widget=forms.RadioSelect,
    )
    pages = SomePages(label=_("Các trang của phần ấy"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, version: ProcedureVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = [(page.key, page.title) for page in procedure_forms.pages(version)]
        self.fields["pages"].choices = pages  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return nfc(self.cleaned_data["name"])

    def clean_number(self) -> str:
        try:
            return personal_numbers.cleaned(self.cleaned_data["number"])
        except NotAPersonalNumber:
            raise ValidationError(_("Số định danh cá nhân gồm đúng 12 chữ số.")) from None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("scope") == self.PART and not said.get("pages"):
            self.add_error("pages", _("Hãy chọn ít nhất một trang."))
        return said

    @property
    def chosen_pages(self) -> list[str]:
        """None means all."""
        said = self.cleaned_data
        return list(said["pages"]) if said["scope"] == self.PART else []
