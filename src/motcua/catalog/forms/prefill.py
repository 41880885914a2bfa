"""What does the portal know already, so that nobody types it again?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.catalog.models import ProcedureVersion

from .layout import pages
from .schema import Answers, Schema, at_entry, choices_of, node, with_value

KEYWORD = "x-prefill"


def prefilled(version: ProcedureVersion, known: Mapping[str, Any]) -> Answers:
    """Answers for a new draft from facts by name, where a question says ``x-prefill``.

    Names in use: full_name, birth_date, sex, personal_number, phone, email. In a group they go into
    its first entry.
    """
    answers: Answers = {}
    asked = [(path, page.schema) for page in pages(version) for path in page.asked_paths]
    for path, schema in asked:
        found = node(schema, path)
        value = known.get(found.get(KEYWORD, ""))
        if value not in (None, "") and _is_offered(found, value):
            answers = with_value(answers, at_entry(path, 0), as_json(value))
    return answers


def _is_offered(found: Schema, value: Any) -> bool:
    """Of a choice: whether it can be chosen."""
    choices = dict(choices_of(found))
    return not choices or value in choices


def as_json(value: Any) -> Any:
    """A fact as an answer keeps it: a day in ISO."""
    return value.isoformat() if isinstance(value, date) else value
