"""What does somebody write who asks?"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.accounts import phones
from motcua.catalog.models import Procedure
from motcua.catalog.models.procedures import CODE
from motcua.dossiers.forms.citizen import NAME, PhoneField
from motcua.organizations.models import Organization, OrganizationKind
from motcua.organizations.models.organization import IDENTIFIER
from motcua.periods.clock import today
from motcua.questions.forms.words import WordsField
from motcua.questions.models import Category
from motcua.questions.workflow import Kind
from motcua.search import queries as search
from motcua.strangers.guards import HONEYPOT
from motcua.territory.models import Unit

SHORTEST_TITLE, SHORTEST_TEXT = 10, 20
LONGEST_TEXT = 6_000
ANSWERING = [
    OrganizationKind.PEOPLES_COMMITTEE,
    OrganizationKind.DEPARTMENT,
    OrganizationKind.COMMUNE_COMMITTEE,
]
"""Agencies that can be asked; their counters and divisions answer through them."""


class OfficeField(forms.ModelChoiceField):
    """Offers those of today; a page left open or an old link may name one that has ended."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            if not re.fullmatch(IDENTIFIER, str(value)):
                raise
            ended = Organization.objects.filter(valid_during__endswith__lte=today())
            known = ended.filter(identifier=value, kind__in=ANSWERING).first()
            if known is None:
                raise
            return known


class AskForm(forms.Form):
    """A question or a petition, and how its asker is reached."""

    kind = forms.TypedChoiceField(
        label=_("Bạn muốn gửi gì?"),
        coerce=int,
        initial=Kind.QUESTION,
        choices=[
            (Kind.QUESTION, _("Câu hỏi: tôi cần biết cách làm, điều kiện, giấy tờ")),
            (Kind.PETITION, _("Phản ánh, kiến nghị: quy định hoặc cách làm gây vướng mắc")),
        ],
        widget=forms.RadioSelect,
    )
    title = WordsField(
        label=_("Tóm tắt trong một câu"),
        min_length=SHORTEST_TITLE,
        max_length=200,
        help_text=_("Ví dụ: Sinh con ở tỉnh khác thì đăng ký khai sinh ở đâu?"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-similar": "title"}),
    )
    text = WordsField(
        label=_("Viết rõ hơn"),
        min_length=SHORTEST_TEXT,
        max_length=LONGEST_TEXT,
        help_text=_(
            "Việc gì, ở đâu, bạn đã làm gì rồi. Đừng ghi số định danh hay số tài khoản: "
            "cơ quan không cần để trả lời."
        ),
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    category = forms.ModelChoiceField(
        label=_("Lĩnh vực"),
        queryset=Category.objects.none(),
        required=False,
        empty_label=pgettext_lazy("question", "Tôi không rõ"),
        to_field_name="slug",
    )
    procedure = forms.CharField(
        label=_("Thủ tục"),
        max_length=200,
        required=False,
        help_text=_("Tên hoặc mã, ví dụ 1.001193. Để trống nếu không rõ."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    place = forms.ModelChoiceField(
        label=_("Phường, xã, đặc khu có việc"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=pgettext_lazy("question", "Không liên quan đến một nơi"),
        to_field_name="code",
    )
    organization = OfficeField(
        label=_("Cơ quan bạn muốn hỏi"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=pgettext_lazy("question", "Để cổng chọn giúp"),
        to_field_name="identifier",
        help_text=_("Chọn nhầm cũng không sao: câu hỏi được chuyển đúng nơi."),
    )
    wants_public = forms.BooleanField(
        label=_("Đồng ý công khai câu hỏi và câu trả lời"),
        required=False,
        initial=True,
        help_text=_(
            "Để người khác khỏi hỏi lại. Tên, điện thoại, địa chỉ của bạn không bao giờ được "
            "công khai; bản công khai được xem lại trước."
        ),
    )
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=150,
        validators=[NAME],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(
        label=_("Số điện thoại"),
        max_length=20,
        required=False,
        validators=[phones.looks_like_a_phone],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    address = WordsField(
        label=_("Địa chỉ"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    challenge = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    ABOUT = ("category", "procedure", "place", "organization")
    """What the asker may know of where it belongs."""
    MACHINERY = ("key", "challenge", "proof")
    PETITIONS_NEED = ("phone", "address")

    def __init__(self, *args: Any, is_known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_known = is_known
        """Whether the asker has signed in, and needs no address to be recognized."""
        day = today()
        offices = Organization.objects.on(day).filter(kind__in=ANSWERING)
        offices = offices.in_vietnamese_order(day).with_names(day)
        committees = Organization.objects.on(day).filter(kind=OrganizationKind.COMMUNE_COMMITTEE)
        places = Unit.objects.on(day).filter(jurisdictions__organization__in=committees)
        named = places.with_names(day).in_vietnamese_order(day)
        self._choose_from("category", Category.objects.filter(is_open=True))
        self._choose_from("place", named)
        self._choose_from("organization", offices)
        self.fields["email"].required = not is_known
        self.fields["email"].help_text = (
            _("Câu trả lời được báo về đây.")
            if is_known
            else _(
                "Chúng tôi gửi một mã sáu số về đây để biết chắc là của bạn; "
                "câu trả lời cũng được báo về đây."
            )
        )
        self.fields["phone"].help_text = self.fields["address"].help_text = _(
            "Bắt buộc khi gửi phản ánh, kiến nghị (Nghị định 20/2008/NĐ-CP)."
        )

    def _choose_from(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]
        self.fields[name].label_from_instance = _name_of  # type: ignore[attr-defined]

    @property
    def asked(self) -> Iterable[forms.BoundField]:
        """What is asked first."""
        return [self[name] for name in ("kind", "title", "text")]

    @property
    def about(self) -> Iterable[forms.BoundField]:
        return [self[name] for name in self.ABOUT]

    @property
    def says_about(self) -> bool:
        """Whether something is known of where it belongs, so that its part stands open."""
        return any(self[name].value() or self[name].errors for name in self.ABOUT)

    @property
    def machinery(self) -> Iterable[forms.BoundField]:
        return [self[name] for name in self.MACHINERY]

    @property
    def honeypot(self) -> str:
        return HONEYPOT

    def clean_procedure(self) -> str:
        """The code of the procedure that is meant, by its code or by its name."""
        said = str(self.cleaned_data["procedure"]).strip()
        if not said:
            return ""
        if re.fullmatch(CODE, said) and Procedure.objects.filter(code=said).exists():
            return said
        hits = search.find(said, "procedure", limit=1)
        if hits and not hits[0].is_loose:
            return str(hits[0].key)
        raise ValidationError(
            _("Không tìm thấy thủ tục này. Hãy để trống, hoặc tìm ở mục Dịch vụ công và chép mã.")
        )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("kind") == Kind.PETITION:
            for name in self.PETITIONS_NEED:
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, _("Phản ánh, kiến nghị cần có mục này."))
        return told

    @property
    def typed(self) -> dict[str, Any]:
        """What is kept of it until it is sent: plain values by field."""
        told = {**self.cleaned_data}
        told["category"] = told["category"].slug if told["category"] else ""
        told["place"] = told["place"].code if told["place"] else ""
        told["organization"] = told["organization"].identifier if told["organization"] else ""
        return {name: value for name, value in told.items() if name not in self.MACHINERY}


class CodeForm(forms.Form):
    """The six digits of the letter."""

    digits = forms.CharField(
        label=_("Mã sáu số trong thư"),
        max_length=12,
        error_messages={"required": _("Hãy nhập mã trong thư.")},
        widget=forms.TextInput(
            attrs={
                "class": "num field--short",
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
            }
        ),
    )

    def clean_digits(self) -> str:
        digits = re.sub(r"\s", "", self.cleaned_data["digits"])
        if re.fullmatch(r"[0-9]{6}", digits):
            return digits
        raise ValidationError(_("Mã gồm đúng sáu chữ số."))


class SendForm(forms.Form):
    """The last word before it is sent."""

    not_a_complaint = forms.BooleanField(
        label=_("Đây không phải khiếu nại, tố cáo. Tôi muốn gửi câu hỏi này."),
        error_messages={
            "required": _(
                "Hãy đánh dấu nếu đây không phải khiếu nại, tố cáo, hoặc xem nơi gửi khiếu nại, "
                "tố cáo."
            )
        },
    )

    def __init__(self, *args: Any, looks_like_complaint: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not looks_like_complaint:
            del self.fields["not_a_complaint"]


def _name_of(row: Any) -> str:
    """A category's, a place's or an agency's name."""
    return str(getattr(row, "name", ""))
