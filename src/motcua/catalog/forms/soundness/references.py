"""Do calculations, warnings and signatures name questions that there are, and that fit?"""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError
from typing import Any

from django.utils.translation import gettext as _

from ..calculations import (
    AGE,
    COUNT,
    DIFFERENCE,
    KINDS,
    PERCENT,
    PRODUCT,
    SUM,
    WORDS,
    Calculation,
    calculation_of,
    in_order,
)
from ..doubts import CONSISTENT
from ..schema import Schema, group_of, leaves, node

NUMBERS = frozenset({"integer", "number"})
DAYS = frozenset({"date", "past-date"})
HOW_MANY = {
    SUM: (1, 100),
    PRODUCT: (1, 20),
    DIFFERENCE: (2, 2),
    PERCENT: (2, 2),
    COUNT: (1, 1),
    AGE: (1, 2),
    WORDS: (1, 1),
}
"""How many questions each calculation takes."""
OF_TYPE = {WORDS: "string"}
"""What type a calculated question has; others are numbers."""


def reference_faults(form: Schema, layout: Any) -> Iterator[str]:
    """Every reference of a question to others that leads nowhere, or in a circle."""
    calculations = []
    for path in (leaf for name in form["properties"] for leaf in leaves(form, name)):
        found = node(form, path)
        if any(kind in found for kind in KINDS):
            faults = list(_calculation(form, path, found))
            yield from faults
            calculations += [] if faults else [calculation_of(form, path)]
        yield from _beside(form, path, found)
    try:
        in_order([one for one in calculations if one])
    except CycleError as circle:
        yield _("Các câu tự tính phụ thuộc vòng tròn: %s.") % " → ".join(circle.args[1])


def _calculation(form: Schema, path: str, found: Schema) -> Iterator[str]:
    kinds = [kind for kind in KINDS if kind in found]
    if len(kinds) > 1:
        yield _("%s: chỉ một cách tính cho mỗi câu.") % path
        return
    told = found[kinds[0]]
    listed = told if isinstance(told, list) else [told]
    if not listed or not all(isinstance(one, str) for one in [*listed, found.get("x-on", "")]):
        yield _("%(at)s: “%(kind)s” phải là tên câu hỏi.") % {"at": path, "kind": kinds[0]}
        return
    one = calculation_of(form, path)
    if one:
        yield from _fits(form, one)


def _fits(form: Schema, one: Calculation) -> Iterator[str]:
    said = {"at": one.path, "kind": one.kind}
    least, most = HOW_MANY[one.kind]
    if not least <= len(one.operands) <= most:
        yield _("%(at)s: “%(kind)s” không lấy ngần ấy câu hỏi.") % said
    if one.found.get("type") not in {
        OF_TYPE.get(one.kind, "integer"),
        OF_TYPE.get(one.kind, "number"),
    }:
        yield _("%(at)s: kết quả của “%(kind)s” không thuộc loại này (type).") % said
    for operand in one.operands:
        if not _is_of(form, one, operand):
            yield _("%(at)s: “%(kind)s” không lấy được “%(of)s”.") % {**said, "of": operand[:200]}


def _is_of(form: Schema, one: Calculation, operand: str) -> bool:
    """Whether the question is there, of a kind to reckon with, and one where one is needed."""
    found = _node(form, operand)
    if found is None or any(step.isdigit() for step in operand.split(".")):
        return False
    if one.kind == COUNT:
        return found.get("type") == "array"
    elsewhere = group_of(operand) not in {"", group_of(one.path)}
    if elsewhere and one.kind not in {SUM, PRODUCT}:
        return False
    is_day, is_number = found.get("format") in DAYS, found.get("type") in NUMBERS
    if one.kind == AGE:
        return is_day
    return is_day or found.get("type") == "integer" if one.kind == WORDS else is_number


def _beside(form: Schema, path: str, found: Schema) -> Iterator[str]:
    """Warnings and signatures."""
    beside = found.get(CONSISTENT, {})
    if not isinstance(beside, dict) or set(beside) - {"birth_date", "sex"}:
        yield _("%(at)s: “%(kind)s” chỉ gồm birth_date và sex.") % {"at": path, "kind": CONSISTENT}
        return
    named = [*beside.values(), *([found["x-signs"]] if "x-signs" in found else [])]
    for other in named:
        near = isinstance(other, str) and group_of(other) in {"", group_of(path)}
        if not near or _node(form, other) is None:
            yield _("%(at)s: nhắc đến “%(of)s”, nhưng không có câu hỏi ấy.") % {
                "at": path,
                "of": str(other)[:200],
            }


def _node(form: Schema, path: str) -> Schema | None:
    try:
        return node(form, path)
    except (KeyError, TypeError, AttributeError):
        return None
