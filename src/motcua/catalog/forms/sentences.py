"""In which words is an answer refused? The validator's finding becomes a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema_rs
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from . import numbers
from .calculations import KINDS
from .formats import is_day, span_of
from .schema import Schema


def missing(found: Schema) -> str:
    """What to say of a question that must be answered."""
    label = {"label": found.get("title", "")}
    if any(kind in found for kind in KINDS):
        return _("“%(label)s” chưa tính được. Hãy điền đủ các ô liên quan.") % label
    if found.get("const") is True:
        return _("Hãy đánh dấu vào ô này thì mới nộp được.")
    if found.get("oneOf") or found.get("format") in {"commune", "place"}:
        return _("Hãy chọn “%(label)s”.") % label
    if found.get("format") == "signature":
        return _("Hãy ghi họ tên vào ô “%(label)s” để ký.") % label
    return _("Hãy nhập “%(label)s”.") % label


def refusal(error: jsonschema_rs.ValidationError, found: Schema) -> str:
    """What to say of an answer that does not fit."""
    kind = error.kind
    if any(one in found for one in KINDS):
        return _of_a_result(error, found)
    if kind.name in {"pattern", "format", "type"}:
        return _shape(found, error.instance)
    if kind.name in _LIMITS:
        limit = kind.as_dict()["limit"]
        return _LIMITS[kind.name]() % {"limit": number_format(limit, force_grouping=True)}
    if kind.name in {"oneOf", "enum", "const"}:
        return missing(found)
    return str(found.get("x-error") or _("Nội dung này chưa đúng. Hãy kiểm tra lại."))


def other_name(name: str) -> str:
    """What to say of a signature that repeats another name."""
    return _("Họ tên ký phải giống họ tên đã khai: %(name)s.") % {"name": name}


def no_place() -> str:
    """What to say of a place that is on no map of today."""
    return _("Hãy bấm Tìm rồi chọn một xã, phường, đặc khu hiện có.")


_LIMITS: dict[str, Callable[[], str]] = {
    "minLength": lambda: _("Hãy viết ít nhất %(limit)s ký tự."),
    "maxLength": lambda: _("Nội dung này dài quá. Hãy rút còn nhiều nhất %(limit)s ký tự."),
    "minimum": lambda: _("Số này nhỏ nhất là %(limit)s."),
    "maximum": lambda: _("Số này lớn nhất là %(limit)s."),
    "exclusiveMinimum": lambda: _("Số này phải lớn hơn %(limit)s."),
    "exclusiveMaximum": lambda: _("Số này phải nhỏ hơn %(limit)s."),
    "maxItems": lambda: _("Nhiều nhất %(limit)s. Hãy bỏ bớt."),
}


def _of_a_result(error: jsonschema_rs.ValidationError, found: Schema) -> str:
    """What to say of something worked out: which number came, and which one may."""
    told = error.kind.as_dict()
    wanted = told.get("limit", told.get("expected_value"))
    said = {
        "label": found.get("title", ""),
        "is": _figures(error.instance),
        "wanted": _figures(wanted),
    }
    match error.kind.name:
        case "const":
            sentence = _("“%(label)s” phải là %(wanted)s, hiện là %(is)s. Hãy sửa các ô liên quan.")
        case "minimum" | "exclusiveMinimum":
            sentence = _(
                "“%(label)s” hiện là %(is)s, nhỏ hơn mức %(wanted)s. Hãy sửa các ô liên quan."
            )
        case "maximum" | "exclusiveMaximum":
            sentence = _(
                "“%(label)s” hiện là %(is)s, vượt mức %(wanted)s. Hãy sửa các ô liên quan."
            )
        case _:
            sentence = _("“%(label)s” chưa đúng. Hãy sửa các ô liên quan.")
    return str(found.get("x-error") or sentence % said)


def _figures(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return numbers.figures(value) if is_number else str(value)


def _shape(found: Schema, value: Any) -> str:
    if "x-error" in found:
        return str(found["x-error"])
    if found.get("format") in {"date", "past-date"} and not is_day(str(value)):
        return _("Ngày viết theo dạng ngày/tháng/năm, ví dụ 05/09/2026, và phải có trên lịch.")
    if found.get("format") == "past-date-or-year" and not span_of(str(value)):
        return _(
            "Hãy viết ngày/tháng/năm; nếu giấy tờ chỉ ghi tháng, năm hoặc năm thì viết"
            " như giấy tờ, ví dụ 05/1932 hoặc 1932."
        )
    shape = found.get("format") or found.get("type")
    return _shapes().get(shape, _("Nội dung này chưa đúng. Hãy kiểm tra lại."))


def _shapes() -> dict[Any, str]:
    return {
        "personal-number": _("Số định danh cá nhân gồm đúng 12 chữ số."),
        "person-name": _("Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy và gạch nối."),
        "phone": _("Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0, ví dụ 0912 345 678."),
        "email": _("Thư điện tử có dạng ten@vidu.vn."),
        "past-date": _("Ngày này chưa đến. Hãy kiểm tra lại năm."),
        "past-date-or-year": _("Ngày này chưa đến. Hãy kiểm tra lại năm."),
        "place": no_place(),
        "commune": _("Hãy chọn một xã, phường, đặc khu trong danh sách."),
        "integer": _("Hãy viết một số nguyên, ví dụ 1 hoặc 1.500.000."),
        "number": _("Hãy viết một số, dùng dấu phẩy cho phần lẻ, ví dụ 85,5."),
    }
