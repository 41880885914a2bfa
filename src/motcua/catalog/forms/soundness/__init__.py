"""Can the engine carry this form? Asked when a form is entered, so that no citizen's page fails.

Schema and layout may come from anywhere: a file, a builder, a partner. Everything is read as data
of unknown shape, and whatever is not in the vocabulary (docs/forms.md) is named in a sentence.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import jsonschema_rs
from django.utils.translation import gettext as _

from ..inlining import DEEPEST
from .kinds import schema_faults
from .pages import layout_faults
from .proposals import proposal_faults
from .references import reference_faults

LARGEST = 512 * 1024
"""Bytes of JSON of schema and layout together."""
MOST_TOLD = 30
"""So many faults are told at once; whoever mends them asks again."""


def faults(form: Any, layout: Any) -> list[str]:
    """What is wrong, in sentences; nothing where the form is sound, or where there is none."""
    if form is None and layout is None:
        return []
    if _is_too_much(form) or _is_too_much(layout):
        return [_("Biểu mẫu lồng quá nhiều tầng hoặc quá lớn. Hãy chia nhỏ lại.")]
    written = json.dumps([form, layout], sort_keys=True)
    return [] if _is_sound(written) else _found(form, layout)


@lru_cache(maxsize=256)
def _is_sound(written: str) -> bool:
    """Asked once a process for each form: thousands of procedures share one."""
    return not _found(*json.loads(written))


def _found(form: Any, layout: Any) -> list[str]:
    """Each kind of fault is looked for only where the kinds before it found nothing."""
    for found in (_of_schema, _of_layout, reference_faults, proposal_faults):
        if told := list(found(form, layout)):
            return told[:MOST_TOLD]
    return []


def _of_schema(form: Any, layout: Any) -> list[str]:
    return list(schema_faults(form)) or _of_the_standard(form)


def _of_layout(form: Any, layout: Any) -> list[str]:
    return list(layout_faults(form, layout))


def _of_the_standard(form: Any) -> list[str]:
    """What the standard itself refuses, such as a pattern that is none."""
    try:
        jsonschema_rs.Draft202012Validator(form, pattern_options=jsonschema_rs.RegexOptions())
    except (jsonschema_rs.ValidationError, ValueError) as refusal:
        told = str(refusal).partition("\n")[0]
        return [_("Lược đồ chưa đúng chuẩn JSON Schema 2020-12: %s") % told]
    return []


def _is_too_much(part: Any) -> bool:
    """Without recursion: what is too deep must not be walked by functions that call themselves."""
    left, size = [(part, 0)], 0
    while left:
        one, depth = left.pop()
        size += len(one) + 2 if isinstance(one, str) else 8
        if depth > DEEPEST or size > LARGEST:
            return True
        if isinstance(one, dict):
            left += [(key, depth + 1) for key in one]
            left += [(inner, depth + 1) for inner in one.values()]
        elif isinstance(one, list):
            left += [(inner, depth + 1) for inner in one]
    return False
