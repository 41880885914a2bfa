"""Who is it to be: somebody known, or somebody new?"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from motcua.accounts import personal_numbers
from motcua.accounts.models import Person
from motcua.staffing import actions, numbers
from motcua.staffing.opening import NewOfficer

from .fields import AsShown, StaffForm, WordsField

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.staffing.models import StaffEvent

NEW = ("full_name", "username", "email", "personal_number")


class NumberForm(AsShown):
    """The number of somebody who works here; what is known of it is shown masked."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"),
        max_length=20,
        help_text=_("12 chữ số trên thẻ căn cước. Chỉ để nhận ra hồ sơ của chính người này."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.initial = {"key": uuid.uuid4(), "seen": numbers.masked(person)}

    def clean_personal_number(self) -> str:
        return personal_numbers.cleaned(self.cleaned_data["personal_number"])

    def make(self, *, by: Acting) -> StaffEvent:
        said = self.cleaned_data
        return actions.number(
            self.person, said["personal_number"], by=by, seen=said["seen"], key=said.get("key")
        )


class PersonForm(StaffForm):
    """An act that gives a post to ``person``, or to a new officer where there is none."""

    full_name = WordsField(label=_("Họ và tên"), max_length=150)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        validators=[UnicodeUsernameValidator()],
        help_text=_("Ví dụ hotich.baichay. Cán bộ tự đặt mật khẩu qua thư."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"), help_text=_("Cổng gửi đường dẫn mở tài khoản về đây.")
    )
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"),
        required=False,
        max_length=20,
        help_text=_(
            "12 chữ số. Nhờ số này, hồ sơ của chính người ấy không bao giờ về bàn làm việc của họ. "
            "Nếu người ấy đã dùng cổng như công dân, tài khoản cán bộ vẫn mở riêng và được nối với "
            "tài khoản ấy."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person is not None:
            for name in NEW:
                del self.fields[name]
        else:
            self.order_fields([*NEW])

    @property
    def new(self) -> NewOfficer | None:
        """Who is to get an account, of a valid form."""
        if self.person is not None:
            return None
        said = self.cleaned_data
        return NewOfficer(*(said[name] for name in NEW))

    @property
    def whom(self) -> Person:
        """Who gets the post; somebody new stands for themselves until the act opens the account."""
        said = self.cleaned_data
        return self.person or Person(full_name=said["full_name"], username=said["username"])

    def clean_personal_number(self) -> str:
        number: str = self.cleaned_data["personal_number"]
        return personal_numbers.cleaned(number) if number.strip() else ""

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if self.person is None and not any(name in self.errors for name in NEW):
            self.show(numbers.problems_of(self.new))  # type: ignore[arg-type]  # there is somebody new
        return said
