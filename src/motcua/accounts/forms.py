"""What may be typed in at the doors and on one's own page?

allauth's forms, speaking Vietnamese: its own translation is partial.
"""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.translation import gettext_lazy as _

from motcua.accounts import phones
from motcua.accounts.models import Person

CODE = _("Mã 6 chữ số đang hiện trong ứng dụng xác thực")
CODE_OR_RECOVERY = _("Mã 6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng")


class Spoken:
    """Our labels on somebody else's form; labels stand above fields, never inside."""

    labels: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class OfficerSignInForm(Spoken, account.LoginForm):
    """The password door."""

    labels: ClassVar = {"login": _("Tên đăng nhập"), "password": _("Mật khẩu")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class ForgottenPasswordForm(Spoken, account.ResetPasswordForm):
    """Sends a link to officers who have an address; says the same to everybody else."""

    labels: ClassVar = {"email": _("Thư điện tử công vụ")}

    def clean_email(self) -> str:
        email: str = super().clean_email()
        found: list[Person] = self.users  # type: ignore[has-type]
        self.users = [person for person in found if person.may_use_password]
        return email


class _NewPassword(Spoken):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = password_validators_help_text_html()  # type: ignore[attr-defined]


class NewPasswordForm(_NewPassword, account.ResetPasswordKeyForm):
    """After the link from the letter."""

    labels: ClassVar = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}


class ChangePasswordForm(_NewPassword, account.ChangePasswordForm):
    """While signed in."""

    labels: ClassVar = NewPasswordForm.labels | {"oldpassword": _("Mật khẩu hiện tại")}


class PasswordAgainForm(Spoken, account.ReauthenticateForm):
    labels: ClassVar = {"password": _("Mật khẩu")}


class SecondFactorForm(Spoken, mfa.AuthenticateForm):
    labels: ClassVar = {"code": CODE_OR_RECOVERY}


class SecondFactorAgainForm(Spoken, mfa.ReauthenticateForm):
    labels: ClassVar = {"code": CODE_OR_RECOVERY}


class AuthenticatorAppForm(Spoken, ActivateTOTPForm):
    labels: ClassVar = {"code": CODE}


class PasskeyForm(Spoken, AddWebAuthnForm):
    """A passkey, e.g. the fingerprint reader of a laptop or a key on a ring."""

    labels: ClassVar = {
        "name": _("Tên của khóa, để bạn nhận ra"),
        "passwordless": _("Đăng nhập chỉ bằng khóa này, không cần mật khẩu"),
    }


class ContactForm(forms.Form):
    """Where letters about one's dossiers go."""

    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Cổng gửi thư về đây mỗi khi hồ sơ của bạn chuyển bước."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Địa chỉ thư có dạng ten@vidu.vn.")},
    )
    phone = forms.CharField(
        label=_("Số điện thoại"),
        required=False,
        max_length=20,
        help_text=_("Ví dụ: 0912 345 678."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        digits = phones.bare(self.cleaned_data["phone"])
        if digits:
            phones.looks_like_a_phone(digits)
        return digits
