"""Does the record bring a form of its own, and can the portal carry it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from motcua.catalog import publication

from . import cleaning, exporting
from .remarks import Remarks

FORM, CLOCK = "bieu_mau", "bo_sung_ho_so"
POLICIES = {words: policy for policy, words in exporting.SUPPLEMENTS.items()}
ODD_SHAPE = _("biểu mẫu phải có đúng hai phần “schema” và “layout”, không nhận")
UNUSABLE = _("cổng không dùng được biểu mẫu này, không nhận")
ODD_POLICY = _("không rõ bổ sung hồ sơ thì tính lại hay tính tiếp, không nhận")


def read(raw: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    """Form and layout, and what a supplement does to the clock; nothing where none is told."""
    return {**_form(raw, remarks), **_policy(raw, remarks)}


def _form(raw: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    told, note = raw.get(FORM), remarks.on(FORM)
    if told in ("", None, [], {}):
        return {}
    if not isinstance(told, Mapping) or set(told) != {"schema", "layout"}:
        note(ODD_SHAPE, cleaning.text(told))
        return {}
    form, layout = told["schema"], told["layout"]
    faults = [each for check in publication.FORM_CHECKS for each in check(form, layout)]
    for fault in faults:
        note(UNUSABLE, fault)
    return {} if faults else {"form": form, "form_layout": layout}


def _policy(raw: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    words = cleaning.one_line(raw.get(CLOCK)).lower()
    if words and words not in POLICIES:
        remarks.on(CLOCK)(ODD_POLICY, words)
    return {"supplement_policy": POLICIES[words]} if words in POLICIES else {}
