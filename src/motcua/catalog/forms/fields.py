"""Which Django field asks this question? It only reads what was typed: the schema judges it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from motcua.accounts import personal_numbers
from motcua.search import folding

from .communes import commune_choices
from .formats import is_personal_number
from .schema import Schema, choices_of

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
WRITTEN_DAYS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d%m%Y", "%Y-%m-%d"]


class Question(forms.Field):
    """A field whose answer goes into JSON; whether it must be given the schema says."""

    def validate(self, value: Any) -> None:
        """Nothing here: forms.checking asks the schema, once for all questions of a page."""

    def answer(self, value: Any) -> Any:
        """The cleaned value as JSON; None where nothing was said."""
        return None if value in self.empty_values else value


class LineQuestion(Question, forms.CharField):
    """Words in one line; invisible characters and line breaks are dropped."""

    def to_python(self, value: Any) -> str:
        return " ".join(folding.nfc(super().to_python(value) or "").split())


class TextQuestion(Question, forms.CharField):
    """Words in several lines."""

    def to_python(self, value: Any) -> str:
        lines = folding.nfc(super().to_python(value) or "").splitlines()
        return "\n".join(line.rstrip() for line in lines).strip()


class PersonalNumberQuestion(LineQuestion):
    """Twelve digits, typed with or without spaces."""

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        return personal_numbers.cleaned(typed) if is_personal_number(typed) else typed


class DayQuestion(Question, forms.DateField):
    """A day as dd/mm/yyyy on the screen and ISO in the answers."""

    default_error_messages = {
        "invalid": _("Ngày viết theo dạng ngày/tháng/năm, ví dụ 05/09/2026, và phải có trên lịch.")
    }

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and ISO.fullmatch(value):
            value = date.fromisoformat(value)
        return value.strftime("%d/%m/%Y") if isinstance(value, date) else value

    def answer(self, value: Any) -> str | None:
        return value.isoformat() if value else None


class NumberQuestion(Question, forms.IntegerField):
    """A whole number, with or without dots between the thousands."""

    default_error_messages = {"invalid": _("Hãy viết một số nguyên, ví dụ 1 hoặc 1.500.000.")}

    def to_python(self, value: Any) -> int | None:
        return super().to_python(re.sub(r"(?<=\d)[.\s](?=\d{3}\b)", "", str(value or "").strip()))

    def prepare_value(self, value: Any) -> Any:
        return number_format(value, force_grouping=True) if isinstance(value, int) else value


class TickQuestion(Question, forms.BooleanField):
    """A tick; unticked is no answer."""

    def answer(self, value: bool) -> bool | None:
        return value or None


class ChoiceQuestion(Question, forms.ChoiceField):
    """One of several."""


class CommuneQuestion(ChoiceQuestion):
    """A commune of the province by its unit's code; the list is not in the schema."""

    default_error_messages = {
        "invalid_choice": _("Hãy chọn một xã, phường, đặc khu trong danh sách.")
    }

    def validate(self, value: Any) -> None:
        if value and not self.valid_value(value):
            raise forms.ValidationError(self.error_messages["invalid_choice"])


def question(found: Schema, *, is_asked: bool) -> forms.Field:
    """The field for one node of the schema; ``is_asked`` says that it must be answered."""
    said = {"label": found.get("title", ""), "help_text": escape(found.get("description", ""))}
    field = _by_type(found, said)
    field.required = is_asked
    field.widget.attrs |= _attributes(found)
    return field


def _by_type(found: Schema, said: dict[str, Any]) -> forms.Field:
    if found.get("oneOf"):
        return _choice(found, said)
    if found.get("type") == "boolean":
        return TickQuestion(**said)
    if found.get("type") == "integer":
        return NumberQuestion(**said, widget=forms.TextInput)
    return _written(found, said)


def _written(found: Schema, said: dict[str, Any]) -> forms.Field:
    match found.get("format"):
        case "date" | "past-date":
            return DayQuestion(**said, input_formats=WRITTEN_DAYS, widget=forms.TextInput)
        case "personal-number":
            return PersonalNumberQuestion(**said)
        case "commune":
            return CommuneQuestion(**said, choices=commune_choices)
    if "x-lines" in found:
        return TextQuestion(**said, widget=forms.Textarea({"rows": found["x-lines"]}))
    return LineQuestion(**said)


def _choice(found: Schema, said: dict[str, Any]) -> ChoiceQuestion:
    choices = choices_of(found)
    if found.get("x-widget") == "radio":
        return ChoiceQuestion(**said, choices=choices, widget=forms.RadioSelect)
    return ChoiceQuestion(**said, choices=[("", _("Hãy chọn")), *choices])


KEYBOARDS = {
    "date": "numeric",
    "past-date": "numeric",
    "personal-number": "numeric",
    "phone": "tel",
    "email": "email",
}
"""Which keyboard a telephone opens."""


def _attributes(found: Schema) -> dict[str, str]:
    keyboard = KEYBOARDS.get(found.get("format", ""))
    if found.get("type") == "integer":
        keyboard = "numeric"
    attributes = {"inputmode": keyboard, "autocomplete": found.get("x-autocomplete")}
    return {name: value for name, value in attributes.items() if value}
