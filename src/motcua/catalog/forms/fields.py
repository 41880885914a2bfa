"""Which Django field asks this question? It only reads what was typed: the schema judges it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from motcua.accounts import personal_numbers
from motcua.search import folding

from . import numbers
from .calculations import DECIMALS, decimals_of
from .communes import commune_choices
from .days import WRITTEN_DAYS, DayOrYearQuestion, DayQuestion
from .formats import is_personal_number
from .places import PlaceWidget, Said, settled
from .questions import LineQuestion, Question
from .schema import Schema, choices_of

MONEY = 1_500_000
"""An amount as an example."""


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


class PhoneQuestion(LineQuestion):
    """A number as it was typed, in figures of common width."""

    def to_python(self, value: Any) -> str:
        return folding.narrow(super().to_python(value))


class NumberQuestion(Question):
    """A number, with or without dots between the thousands; so many digits behind the comma."""

    default_error_messages = {
        "whole": _("Hãy viết một số nguyên bằng chữ số, ví dụ %(example)s."),
        "invalid": _("Hãy viết một số, dùng dấu phẩy cho phần lẻ, ví dụ %(example)s."),
        "decimals": _("Hãy viết nhiều nhất %(most)d chữ số sau dấu phẩy."),
        "spelled": _("Hãy viết đủ bằng chữ số: %(figures)s."),
        "too_long": _("Số này lớn quá. Hãy xem có gõ thừa chữ số không."),
    }
    decimals = DECIMALS
    unit = ""
    example = ""
    """A number that would be taken, as one types it."""

    def to_python(self, value: Any) -> int | float | None:
        typed = numbers.without_unit(folding.nfc(str(value or "")).strip(), self.unit)
        if not typed:
            return None
        number = numbers.read(typed)
        if number is None or (number != number.to_integral_value() and not self.decimals):
            raise forms.ValidationError(self._why_unread(typed))
        if number != round(number, self.decimals):
            most = {"most": self.decimals}
            raise forms.ValidationError(self.error_messages["decimals"] % most)
        return int(number) if number == number.to_integral_value() else float(number)

    def _why_unread(self, typed: str) -> Any:
        """What to write instead, with a number that this question would take."""
        amount = numbers.spelled(typed)
        if amount is not None and amount == amount.to_integral_value():
            return self.error_messages["spelled"] % {"figures": numbers.figures(int(amount))}
        if numbers.is_too_long(typed):
            return self.error_messages["too_long"]
        kind = "invalid" if self.decimals else "whole"
        return self.error_messages[kind] % {"example": self.example}

    def prepare_value(self, value: Any) -> Any:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return numbers.figures(value) if is_number else value


class TickQuestion(Question, forms.BooleanField):
    """A tick; unticked is no answer."""

    def answer(self, value: bool) -> bool | None:
        return value or None

    def as_typed(self, data: Any) -> None:
        """A tick is either there or not."""


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


class PlaceQuestion(Question):
    """A commune anywhere in the country, found by an old or a new name."""

    widget: PlaceWidget = PlaceWidget  # type: ignore[assignment]  # the class becomes an instance

    @property
    def finds_nothing(self) -> bool:
        """Whether what was looked up leads nowhere."""
        return not (self.widget.offered or self.widget.from_list)

    def to_python(self, value: Any) -> str:
        return settled(value or Said(), self.widget)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "")


class CountQuestion(Question):
    """How many entries a group has on the page: nothing that people see or type."""

    widget = forms.HiddenInput

    def __init__(self, *, count: int, anchor: str, label: str) -> None:
        super().__init__(required=False, label=label)
        self.count = count
        self.anchor = anchor  # where an error of the whole group leads to

    def clean(self, value: Any) -> None:
        """The page's form has read it already (``rearranging``)."""

    def bound_data(self, data: Any, initial: Any) -> int:
        return self.count

    def prepare_value(self, value: Any) -> int:
        return self.count


def question(found: Schema, *, is_asked: bool) -> Question:
    """The field for one node of the schema; ``is_asked`` says that it must be answered."""
    said = {"label": found.get("title", ""), "help_text": escape(_hint(found))}
    field = _by_type(found, said)
    field.required = is_asked
    field.widget.attrs |= _attributes(found)
    return field


def _hint(found: Schema) -> str:
    hint = str(found.get("description", ""))
    if "x-paper" not in found:
        return hint
    told = _("Tệp “%(paper)s” đính kèm ở bước Giấy tờ.") % {"paper": found["x-paper"]}
    return f"{hint} {told}".strip()


def _by_type(found: Schema, said: dict[str, Any]) -> Question:
    if found.get("oneOf"):
        return _choice(found, said)
    if found.get("type") == "boolean":
        return TickQuestion(**said)
    if found.get("type") in {"integer", "number"}:
        return _number(found, said)
    return _written(found, said)


def _number(found: Schema, said: dict[str, Any]) -> NumberQuestion:
    field = NumberQuestion(**said)
    field.decimals, field.unit = decimals_of(found), str(found.get("x-unit", ""))
    field.example = _example(found, field)
    if field.unit:
        told = [found.get("description", ""), _("Đơn vị: %(unit)s") % {"unit": field.unit}]
        field.help_text = escape(". ".join(filter(None, told)))
    return field


def _example(found: Schema, field: NumberQuestion) -> str:
    """A number within the question's limits."""
    least, most = found.get("minimum", 0), found.get("maximum", MONEY)
    usual = [MONEY] if field.unit == numbers.CURRENCY[0] else [85.5] if field.decimals else [12, 2]
    return numbers.figures(next((one for one in usual if least <= one <= most), least))


WRITTEN: dict[str, type[Question]] = {
    "personal-number": PersonalNumberQuestion,
    "phone": PhoneQuestion,
    "place": PlaceQuestion,
}
"""Which question reads what is written in a format of its own."""


def _written(found: Schema, said: dict[str, Any]) -> Question:
    shape = found.get("format", "")
    if shape in {"date", "past-date"}:
        return DayQuestion(**said, input_formats=WRITTEN_DAYS, widget=forms.TextInput)
    if shape == "past-date-or-year":
        return DayOrYearQuestion(**said)
    if shape == "commune":
        return CommuneQuestion(**said, choices=commune_choices)
    if shape in WRITTEN:
        return WRITTEN[shape](**said)
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
    "past-date-or-year": "numeric",
    "personal-number": "numeric",
    "phone": "tel",
    "email": "email",
    "integer": "numeric",
    "number": "decimal",
}
"""Which keyboard a telephone opens for a format or a type."""


def _attributes(found: Schema) -> dict[str, str]:
    keyboard = KEYBOARDS.get(found.get("format") or found.get("type", ""))
    attributes = {"inputmode": keyboard, "autocomplete": found.get("x-autocomplete")}
    return {name: value for name, value in attributes.items() if value}
