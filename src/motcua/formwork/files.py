"""A form as one JSON file, ``{"schema": …, "layout": …}``, the shape of ``catalog/forms_data``."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalog import forms as procedure_forms
from motcua.catalog import forms_data
from motcua.catalog.exceptions import FormUnusable

from .exceptions import FileRefused
from .sheets import Json

MOST_BYTES = 512 * 1024
DEEPEST = 60
"""Brackets inside brackets; a form has some twenty."""
PARTS = {"schema", "layout"}
MOST_TOLD = 5
"""So many faults of a file are said at once."""


def written(form: Json, layout: Json) -> bytes:
    """The file."""
    told = {"schema": form, "layout": layout}
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def read(content: bytes) -> tuple[Json, Json]:
    """Schema and layout as a version stores them; FileRefused with a sentence where it is none."""
    told = _json(content)
    if not isinstance(told, dict) or set(told) != PARTS:
        raise FileRefused(
            _("Tệp phải là một đối tượng JSON có đúng hai phần “schema” và “layout”.")
        )
    if not all(isinstance(part, dict) for part in told.values()):
        raise FileRefused(_("“schema” và “layout” đều phải là đối tượng JSON."))
    return _sound(told["schema"], told["layout"])


def _sound(schema: Json, layout: Json) -> tuple[Json, Json]:
    """Without references, every question by its name, and nothing that the engine cannot carry."""
    try:
        form = procedure_forms.inlined(schema, forms_data.definitions())
    except FormUnusable as refused:
        raise FileRefused(str(refused)) from refused
    whole = _spelled_out(form, layout)
    if faults := procedure_forms.faults(form, whole):
        raise FileRefused(" ".join(faults[:MOST_TOLD]))
    return form, whole


def _spelled_out(form: Json, layout: Json) -> Json:
    """With every question by name, where a file names objects as a whole."""
    try:
        return procedure_forms.spelled_out(form, layout)
    except (KeyError, TypeError, AttributeError, ValueError):
        return layout


def _json(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        raise FileRefused(_("Tệp lớn hơn 512 KB, quá lớn với một biểu mẫu. Hãy bỏ bớt."))
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise FileRefused(_("Tệp không phải chữ UTF-8. Hãy lưu lại thành JSON, UTF-8.")) from None
    except RecursionError:
        raise FileRefused(_("Tệp lồng quá nhiều lớp ngoặc. Hãy bỏ bớt.")) from None
    except ValueError as broken:
        said = _("Tệp không phải JSON: %(why)s. Hãy xuất lại từ cổng rồi sửa.")
        raise FileRefused(said % {"why": str(broken)[:200]}) from broken


def _no_number(word: str) -> Any:
    raise ValueError(word)
