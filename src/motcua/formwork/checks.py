"""Can a form be asked of people? What stands against it, in sentences."""

from __future__ import annotations

import json

from django.utils.translation import gettext as _

from motcua.catalog.forms.schema import leaves, validator

from .sheets import Json


def faults(form: Json, layout: Json) -> list[str]:
    """Nothing where the form can be shown, filled in and judged."""
    try:
        validator(json.dumps(form, sort_keys=True))
        for page in layout["pages"]:
            _walk(form, page)
    except (KeyError, TypeError, AttributeError, ValueError) as broken:
        return [_("Biểu mẫu không dùng được: %(why)s") % {"why": str(broken)[:300]}]
    return []


def _walk(form: Json, page: Json) -> None:
    page["key"], page["title"]
    for section in page["sections"]:
        for path in section["fields"]:
            list(leaves(form, path))


def inlined(schema: Json, layout: Json) -> tuple[Json, Json]:
    """As a version stores them; raises ValueError where a part refers to another."""
    if "$ref" in json.dumps(schema):
        raise ValueError("$ref")
    return schema, layout
