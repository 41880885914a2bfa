"""Whom does an officer declare as near to them?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts import personal_numbers
from motcua.accounts.models import Person
from motcua.dossiers.models import DeclaredRelative
from motcua.periods.clock import today
from motcua.periods.models import since


class RelativeForm(forms.Form):
    """A name to recognize the row by, the relation, and the number or the account."""

    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=150)
    relation = forms.ChoiceField(
        label=gettext_lazy("Quan hệ với bạn"), choices=DeclaredRelative.Relation
    )
    number = forms.CharField(
        label=gettext_lazy("Số định danh cá nhân"),
        max_length=20,
        required=False,
        help_text=gettext_lazy(
            "12 chữ số. Cổng chỉ giữ dấu vết mã hóa để so với người nộp, không giữ con số."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    login = forms.CharField(
        label=gettext_lazy("Hoặc tên đăng nhập trên cổng"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Nếu người ấy cũng là cán bộ."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, officer: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officer = officer

    def clean_number(self) -> str:
        typed = self.cleaned_data["number"].strip()
        key = personal_numbers.key_of(typed) if typed else ""
        if key and key == self.officer.personal_number_key:
            raise ValidationError(_("Đây là số của chính bạn; hồ sơ của bạn vốn đã được ẩn."))
        return key

    def clean_login(self) -> Person | None:
        typed = self.cleaned_data["login"].strip()
        found = Person.objects.filter(username=typed, is_machine=False).first() if typed else None
        if typed and found is None:
            raise ValidationError(_("Không có tài khoản nào mang tên này. Hãy nhập số định danh."))
        if found == self.officer:
            raise ValidationError(_("Đây là tài khoản của chính bạn."))
        return found

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not said.get("number") and not said.get("login"):
            self.add_error("number", _("Hãy nhập số định danh hoặc tên đăng nhập."))
        return said

    def declare(self) -> DeclaredRelative | None:
        """From today on; None, with a sentence on the form, where it was declared before."""
        said = self.cleaned_data
        try:
            with transaction.atomic():
                return DeclaredRelative.objects.create(
                    officer=self.officer,
                    name=said["name"],
                    relation=said["relation"],
                    personal_number_key=said["number"],
                    account=said["login"],
                    valid_during=since(today()),
                )
        except IntegrityError:
            self.add_error(None, _("Bạn đã khai người này và lời khai đang có hiệu lực."))
            return None
