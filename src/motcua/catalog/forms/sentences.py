"""In which words is an answer refused? The validator's finding becomes a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema_rs
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .schema import Schema


def missing(found: Schema) -> str:
    """What to say of a question that must be answered."""
    if found.get("const") is True:
        return _("Hãy đánh dấu vào ô này thì mới nộp được.")
    if found.get("oneOf") or found.get("format") == "commune":
        return _("Hãy chọn “%(label)s”.") % {"label": found.get("title", "")}
    return _("Hãy nhập “%(label)s”.") % {"label": found.get("title", "")}


def refusal(error: jsonschema_rs.ValidationError, found: Schema) -> str:
    """What to say of an answer that does not fit."""
    kind = error.kind
    if kind.name in {"pattern", "format"}:
        return _shape(found)
    if kind.name in _LIMITS:
        limit = kind.as_dict()["limit"]
        return _LIMITS[kind.name]() % {"limit": number_format(limit, force_grouping=True)}
    if kind.name in {"oneOf", "enum", "const"}:
        return missing(found)
    return str(found.get("x-error") or _("Nội dung này chưa đúng. Hãy kiểm tra lại."))


_LIMITS: dict[str, Callable[[], str]] = {
    "minLength": lambda: _("Hãy viết ít nhất %(limit)s ký tự."),
    "maxLength": lambda: _("Nội dung này dài quá. Hãy rút còn nhiều nhất %(limit)s ký tự."),
    "minimum": lambda: _("Số này nhỏ nhất là %(limit)s."),
    "maximum": lambda: _("Số này lớn nhất là %(limit)s."),
}


def _shape(found: Schema) -> str:
    if "x-error" in found:
        return str(found["x-error"])
    shapes: dict[Any, str] = {
        "personal-number": _("Số định danh cá nhân gồm đúng 12 chữ số."),
        "phone": _("Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0, ví dụ 0912 345 678."),
        "email": _("Thư điện tử có dạng ten@vidu.vn."),
        "past-date": _("Ngày này chưa đến. Hãy kiểm tra lại năm."),
        "date": _("Ngày này không có trên lịch."),
    }
    return shapes.get(found.get("format"), _("Nội dung này chưa đúng. Hãy kiểm tra lại."))
