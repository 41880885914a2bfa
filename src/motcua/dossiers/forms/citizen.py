"""What may a citizen type beside the procedure's own form?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from motcua.accounts import phones
from motcua.organizations import successors
from motcua.organizations.models import Organization
from motcua.periods.clock import today

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 19
"""Digits of a key at most."""
NAME = RegexValidator(
    r"^[^\W\d_](?:[^\W\d_]|[ '’.\-\u0300-\u036f])*\Z",
    _("Họ tên chỉ gồm chữ cái và khoảng trắng, ví dụ Nguyễn Thị Mai."),
)


class PhoneField(forms.CharField):
    """A Vietnamese number; blanks, dots and dashes between digits are forgiven."""

    def clean(self, value: Any) -> str:
        return str(super().clean(phones.bare(str(value or ""))))


class OfficeField(forms.ChoiceField):
    """One of the offices of today; one that closed while the page was open says who it is now."""

    def validate(self, value: str) -> None:
        if value and not self.valid_value(value) and (ended := self._ended(value)):
            words = {"name": successors.name_now(ended)}
            raise ValidationError(_("%(name)s không còn nhận hồ sơ. Hãy chọn lại cơ quan.") % words)
        super().validate(value)

    @staticmethod
    def _ended(value: str) -> Organization | None:
        known = Organization.objects.filter(valid_during__endswith__lte=today())
        return (
            known.filter(pk=value).first() if value.isdecimal() and len(value) < LONGEST else None
        )


class OfficeForm(forms.Form):
    """Which office decides, and how it reaches the applicant."""

    organization = OfficeField(label=_("Cơ quan giải quyết"))
    contact_name = forms.CharField(
        label=_("Họ và tên người nộp"),
        max_length=150,
        validators=[NAME],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_phone = PhoneField(
        label=_("Số điện thoại"),
        max_length=20,
        validators=[phones.looks_like_a_phone],
        help_text=_("Bốn số cuối dùng để tra cứu hồ sơ khi không đăng nhập."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    contact_email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Cổng gửi thư về đây mỗi khi hồ sơ của bạn chuyển bước."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    contact_address = forms.CharField(
        label=_("Địa chỉ liên hệ"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def __init__(self, *args: Any, offices: Iterable[Organization], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chọn cơ quan")), *((str(o.pk), o.name) for o in offices)]
        self.fields["organization"].choices = choices  # type: ignore[attr-defined]

    @property
    def office_pk(self) -> int:
        return int(self.cleaned_data["organization"])

    @property
    def contact(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.fields if name != "organization"}


class OldAddressForm(forms.Form):
    """An address as it was written before the communes changed."""

    dia_chi = forms.CharField(
        label=_("Địa chỉ cũ hoặc tên phường, xã cũ"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: phường Hà Khẩu, thành phố Hạ Long. Có dấu hay không dấu đều được."),
    )


class ConfirmForm(forms.Form):
    """The last word before a draft becomes a dossier."""

    confirmed = forms.BooleanField(
        label=_("Tôi đã kiểm tra và chịu trách nhiệm về những gì đã khai."),
        error_messages={"required": _("Hãy đánh dấu vào ô xác nhận rồi bấm nộp lại.")},
    )
    leaves_aside = forms.BooleanField(
        label=_("Tôi nộp theo những gì đang đứng trong tờ khai và bỏ những gì gõ ở cửa sổ khác."),
        required=False,
    )
    """Asked where two windows answered differently and nobody chose."""
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """Which draft was looked over."""


class NoteForm(forms.Form):
    """What the applicant wants to say with a supplement, or about a withdrawal."""

    note = forms.CharField(
        label=_("Lời nhắn cho cơ quan giải quyết"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
