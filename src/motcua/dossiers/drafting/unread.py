"""What was typed that cannot be read? It is kept as typed, and shown again with the reason.

Answers to the form keep it themselves, as the text it is (``catalog.forms``). Of the first page,
whose answers are columns, it stands beside them in ``Draft.unread``: page → question → its field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms import ChoiceField, Field, Form
from django.utils.translation import gettext as _

from motcua.catalog.forms.fields import CountQuestion, PlaceQuestion
from motcua.catalog.forms.results import ResultQuestion
from motcua.dossiers.forms.citizen import OfficeForm

if TYPE_CHECKING:
    from motcua.dossiers.models import Draft

OFFICE_PAGE = ""
"""The key of the first page, which asks for the office and the contact."""
NOTHING: tuple[Any, ...] = (None, "", [], (), False)
NOT_TYPED = (CountQuestion, ResultQuestion)
"""Fields into which nobody types."""

Raw = Any
"""What a widget took from a request: text, a tick, or several texts."""


def of_form(form: Form) -> dict[str, Raw]:
    """What a form that was sent holds and cannot read, by question."""
    typed = {name: form[name].data for name in form.fields if name in form.errors}
    return {
        name: raw
        for name, raw in typed.items()
        if raw not in NOTHING and complaint(form.fields[name], raw)
    }


def complaint(field: Field, raw: Raw) -> list[str]:
    """Why ``field`` cannot read ``raw``; empty where it can."""
    try:
        field.clean(raw)
    except ValidationError as refusal:
        return list(refusal.messages)
    return []


def recall(form: Form, unread: dict[str, Raw]) -> Form:
    """Show again in ``form`` what could not be read, each with the reason beside it."""
    for name, raw in unread.items():
        if name in form.fields:
            form.initial[name] = raw
            _say(form, name, raw)
    return form


def explain(form: Form) -> Form:
    """Say beside every answer that is shown and cannot be read why it cannot."""
    for name, field in form.fields.items():
        if not isinstance(field, (*NOT_TYPED, ChoiceField, PlaceQuestion)):
            raw = form[name].value()
            if raw not in NOTHING:
                _say(form, name, raw)
    return form


def _say(form: Form, name: str, raw: Raw) -> None:
    if reasons := complaint(form.fields[name], raw):
        form.errors[name] = form.error_class(reasons)


def in_the_way(draft: Draft) -> list[tuple[str, str]]:
    """What on the first page keeps the draft from being submitted: question and words."""
    asked, typed = OfficeForm.base_fields, draft.unread.get(OFFICE_PAGE, {})
    return [(name, _why(asked[name], raw)) for name, raw in typed.items() if name in asked]


def _why(field: Field, raw: Raw) -> str:
    reasons = [] if isinstance(field, ChoiceField) else complaint(field, raw)
    return f"{field.label}: {reasons[0] if reasons else _('Hãy chọn lại.')}"
