"""Does a condition ask for questions that there are, in words that the engine understands?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from django.utils.translation import gettext as _

BOUNDS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
LENGTHS = frozenset({"minItems", "maxItems", "minLength", "maxLength"})
LEAF = BOUNDS | LENGTHS | {"const", "enum", "pattern", "type"}
"""What may be asked of an answer."""
WHOLE = frozenset({"required", "properties"})
"""What may be asked of all answers, or of an object's."""


def condition_faults(at: str, told: Any, found: dict[str, Any]) -> Iterator[str]:
    """Faults of a condition over the answers to ``found``."""
    if not isinstance(told, dict) or set(told) - WHOLE - {"type"}:
        yield _("%s: điều kiện chỉ gồm required và properties.") % at
        return
    properties = found.get("properties", {})
    required = told.get("required", [])
    for name in required if isinstance(required, list) else [required]:
        if not isinstance(name, str) or name not in properties:
            yield _unknown(at, name)
    yield from _of_questions(at, told.get("properties", {}), properties)


def _of_questions(at: str, told: Any, properties: dict[str, Any]) -> Iterator[str]:
    if not isinstance(told, dict):
        yield _("%s: điều kiện chỉ gồm required và properties.") % at
        return
    for name, wanted in told.items():
        if name not in properties:
            yield _unknown(at, name)
        elif isinstance(properties[name], dict) and "properties" in properties[name]:
            yield from condition_faults(at, wanted, properties[name])
        else:
            yield from _of_question(at, name, wanted)


def _of_question(at: str, name: str, wanted: Any) -> Iterator[str]:
    if not isinstance(wanted, dict) or set(wanted) - LEAF:
        yield _("%(at)s: không hiểu điều kiện về “%(name)s”.") % {"at": at, "name": str(name)[:60]}
        return
    try:
        jsonschema_rs.Draft202012Validator(wanted, pattern_options=jsonschema_rs.RegexOptions())
    except (jsonschema_rs.ValidationError, ValueError):
        yield _("%(at)s: không hiểu điều kiện về “%(name)s”.") % {"at": at, "name": str(name)[:60]}


def _unknown(at: str, name: Any) -> str:
    return _("%(at)s: điều kiện nhắc đến “%(name)s”, nhưng không có câu hỏi ấy.") % {
        "at": at,
        "name": str(name)[:60],
    }
