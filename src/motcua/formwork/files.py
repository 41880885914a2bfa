"""A form as one JSON file, ``{"schema": …, "layout": …}``, the shape of ``catalog/forms_data``."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from . import checks
from .exceptions import FileRefused
from .sheets import Json

MOST_BYTES = 512 * 1024
DEEPEST = 60
"""Brackets inside brackets; a form has some twenty."""
PARTS = {"schema", "layout"}


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
    try:
        form, layout = checks.inlined(told["schema"], told["layout"])
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        said = _("Tệp nhắc đến phần không có trong tệp hoặc viết sai: %(what)s.")
        raise FileRefused(said % {"what": str(broken)[:200]}) from broken
    if faults := checks.faults(form, layout):
        raise FileRefused(" ".join(map(str, faults[:10])))
    return form, layout


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
