"""What does an answer mean, however it is written, and how does a page send it?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import ChoiceField
from django.utils.datastructures import MultiValueDict

from motcua.catalog.forms.fields import CountQuestion, PlaceQuestion
from motcua.catalog.forms.places import PROVINCE, TEXT
from motcua.catalog.forms.results import ResultQuestion
from motcua.dossiers.drafting.unread import NOTHING, Raw

if TYPE_CHECKING:
    from django.forms import Field, Form


def meaning(form: Form, name: str) -> str:
    """The answer to a question as text that is equal for equal answers; empty for none."""
    asked = form.fields.get(name)
    if asked is None or isinstance(asked, ResultQuestion):
        return ""
    if isinstance(asked, CountQuestion):
        return f"={asked.count}"
    raw = form[name].data if form.is_bound else form[name].value()
    if isinstance(asked, PlaceQuestion):
        return _of_place(asked, raw)
    return _of_words(asked, raw)


def _of_words(asked: Field, raw: Raw) -> str:
    if raw in NOTHING:
        return ""
    if isinstance(asked, ChoiceField):  # asks the database for its choices, which decide nothing
        return f"={raw}"
    try:
        return json.dumps(asked.clean(raw), cls=DjangoJSONEncoder, ensure_ascii=False)
    except ValidationError:
        return f"?{raw}"


def _of_place(asked: PlaceQuestion, raw: Raw) -> str:
    said = asked.widget.format_value(raw)
    if not (said.text or said.province):
        return f"={said.code}" if said.code else ""
    try:
        return f"={asked.clean(said)}"
    except ValidationError:
        return f"?{said.text}?{said.province}"


def of_field(typed: Mapping[str, Any], name: str) -> dict[str, list[str]]:
    """The parts of a request that belong to one question; some questions have several."""
    parts = [key for key in typed if key in (name, name + TEXT, name + PROVINCE)]
    if isinstance(typed, MultiValueDict):
        return {key: [str(text) for text in typed.getlist(key)] for key in parts}
    return {key: [str(typed[key])] for key in parts}


def put(typed: MultiValueDict, form: Form, name: str) -> None:
    """Write the answer that ``form`` shows into a request's words, as its page would send it."""
    for key in of_field(typed, name):
        del typed[key]
    asked = form.fields.get(name)
    if asked is None or isinstance(asked, ResultQuestion):
        return
    raw = form[name].value()
    if isinstance(asked, PlaceQuestion):
        said = asked.widget.format_value(raw)
        typed[name], typed[name + TEXT] = said.code, said.text
    elif isinstance(raw, (list, tuple)):
        typed.setlist(name, [str(one) for one in raw])
    elif raw not in NOTHING:
        typed[name] = "on" if raw is True else str(raw)
