"""How does a calculated answer stand on its page? As an output, which a script keeps fresh."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from motcua.periods import clock

from . import numbers
from .calculations import AGE, COUNT, Calculation, decimals_of, operands_at
from .questions import Question
from .schema import Answers, entry_of, name_of, value_at

NOTHING = "–"
"""What stands there as long as something is missing."""


class Output(forms.Widget):
    """The result in figures; nobody can type into it."""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = self.build_attrs(self.attrs, attrs)
        notes = shown.get("aria-describedby", "")
        return format_html(
            '<output class="field field--result" id="{}" tabindex="-1"{}'
            ' data-calculates="{}">{}</output>',
            shown.get("id", f"id_{name}"),
            format_html(' aria-describedby="{}"', notes) if notes else "",
            shown.get("data-calculates", ""),
            value,
        )


class ResultQuestion(Question):
    """A calculated answer: what was sent in its place is not even looked at."""

    calculation: Calculation
    result: Any = None
    unit = ""

    def clean(self, value: Any) -> None:
        """Nothing is read."""

    def bound_data(self, data: Any, initial: Any) -> Any:
        return self.result

    def prepare_value(self, value: Any) -> str:
        if not isinstance(self.result, int | float):
            return NOTHING
        return f"{numbers.figures(self.result)} {self.unit}".strip()


def result_question(one: Calculation) -> ResultQuestion:
    """The field of a calculated question."""
    hint = one.found.get("description") or _("Cổng tự tính từ các ô đã điền.")
    title = one.found.get("title", one.path)
    field = ResultQuestion(label=title, help_text=escape(hint), widget=Output, required=True)
    field.calculation, field.unit = one, str(one.found.get("x-unit", ""))
    return field


def script_of(one: Calculation, path: str, asked: set[str], known: Answers) -> str:
    """What keeps it fresh in the browser: names of questions on the page, values of the others.

    Entries come and go with the page, so their count needs no script.
    """
    if one.kind == COUNT:
        return ""
    operands = operands_at(one, known, entry_of(path))
    told = [
        {"name": name_of(each)} if each in asked else {"value": value_at(known, each)}
        for each in operands
    ]
    if one.kind == AGE and len(told) == 1:
        told.append({"value": clock.today().isoformat()})
    kind = one.kind.removeprefix("x-").removesuffix("-of")
    script = {
        "kind": kind,
        "of": told,
        "decimals": decimals_of(one.found),
        "unit": one.found.get("x-unit", ""),
    }
    return json.dumps(script, ensure_ascii=False)
