"""Is every question of a kind that the engine can ask, with keywords that it understands?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..calculations import KINDS
from ..formats import FORMATS
from ..groups import MOST
from ..schema import CASE
from .conditions import condition_faults

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
LONGEST_TITLE = 1000
DEEPEST = 8
MOST_QUESTIONS = 400
MOST_CHOICES = 500

BESIDE = frozenset({"type", "title", "description", "x-error", "x-prefill", "x-autocomplete"})
LIMITS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const"})
RULES = frozenset({"properties", "required", "additionalProperties", "allOf", "if", "then", "else"})
OBJECT = BESIDE | RULES | {"dependentRequired", "$comment"}
KEYWORDS: dict[str, frozenset[str]] = {
    "string": BESIDE
    | {"format", "minLength", "maxLength", "pattern", "oneOf", "const"}
    | {"x-lines", "x-widget", "x-signs", "x-consistent-with", "x-words-of"}
    | {"x-suggest", "x-doubts"},
    "integer": BESIDE | LIMITS | {"x-unit", "x-decimals", "x-on", "x-suggest", "x-doubts", *KINDS},
    "number": BESIDE | LIMITS | {"x-unit", "x-decimals", "x-on", "x-suggest", "x-doubts", *KINDS},
    "boolean": BESIDE | {"const", "x-paper"},
    "object": OBJECT,
    "array": BESIDE | {"items", "minItems", "maxItems", "x-entry"},
}
"""What may be said of each type; anything else is named, never ignored."""
AT_THE_TOP = OBJECT | {"$schema", "$id"}
KNOWN_FORMATS = frozenset({*FORMATS, "email", "signature"})
TEXTS = (
    "title",
    "description",
    "x-error",
    "x-prefill",
    "x-autocomplete",
    "x-unit",
    "x-entry",
    "x-paper",
)
WHOLE = {"x-lines": (1, 20), "x-decimals": (0, 6)}


def schema_faults(form: Any) -> Iterator[str]:
    """Every fault of the schema by itself."""
    if not isinstance(form, dict) or form.get("type") != "object":
        yield _("Lược đồ phải là một JSON Schema có type là object.")
        return
    counted = _Questions()
    yield from _strangers("", form, AT_THE_TOP)
    yield from counted.of_object("", form, depth=0, in_group=False)
    if counted.number > MOST_QUESTIONS:
        yield _("Biểu mẫu có quá %d câu hỏi. Hãy bớt đi.") % MOST_QUESTIONS


class _Questions:
    """Walks through the questions and counts them."""

    def __init__(self) -> None:
        self.number = 0

    def of_object(
        self, path: str, found: dict[str, Any], *, depth: int, in_group: bool
    ) -> Iterator[str]:
        properties = found.get("properties")
        if not isinstance(properties, dict) or not properties:
            yield _("%s: chưa có câu hỏi nào (properties).") % _at(path)
            return
        if depth >= DEEPEST:
            yield _("%(at)s: lồng quá %(most)d tầng.") % {"at": _at(path), "most": DEEPEST}
            return
        yield from _rules(path, found, properties)
        for name, inner in properties.items():
            yield from self.of_question(
                f"{path}.{name}".lstrip("."), name, inner, depth=depth, in_group=in_group
            )

    def of_question(
        self, path: str, name: str, found: Any, *, depth: int, in_group: bool
    ) -> Iterator[str]:
        self.number += 1
        if not NAME.fullmatch(name) or len(name) > 60:
            yield _("%s: tên câu hỏi chỉ gồm chữ thường không dấu, số và một dấu _ ở giữa.") % _at(
                path
            )
        kind = found.get("type") if isinstance(found, dict) else None
        if not isinstance(kind, str) or kind not in KEYWORDS:
            yield _("%s: thiếu type, hoặc type không dùng được.") % _at(path)
            return
        yield from _strangers(path, found, KEYWORDS[kind])
        yield from _plain_values(path, found)
        yield from self._inside(path, kind, found, depth=depth, in_group=in_group)

    def _inside(
        self, path: str, kind: str, found: dict[str, Any], *, depth: int, in_group: bool
    ) -> Iterator[str]:
        if kind == "object":
            yield from self.of_object(path, found, depth=depth + 1, in_group=in_group)
            return
        if not found.get("title"):
            yield _("%s: thiếu nhãn (title).") % _at(path)
        if kind == "array":
            yield from self._group(path, found, depth=depth, in_group=in_group)
        elif kind == "string":
            yield from _text_faults(path, found)

    def _group(
        self, path: str, found: dict[str, Any], *, depth: int, in_group: bool
    ) -> Iterator[str]:
        if in_group:
            yield _("%s: nhóm lặp không được nằm trong nhóm lặp khác.") % _at(path)
            return
        if not _is_bounded(found.get("minItems", 0), found.get("maxItems")):
            said = {"at": _at(path), "most": MOST}
            yield _("%(at)s: nhóm lặp cần maxItems từ 1 đến %(most)d, không dưới minItems.") % said
        items = found.get("items")
        if not isinstance(items, dict) or items.get("type") != "object":
            yield _("%s: mỗi mục của nhóm lặp phải là object (items).") % _at(path)
            return
        yield from _strangers(path, items, OBJECT)
        yield from self.of_object(f"{path}.*", items, depth=depth + 1, in_group=True)


def _strangers(path: str, found: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    for word in sorted(str(one) for one in found if one not in known):
        if word in {"$ref", "$defs", "$dynamicRef", "$anchor", "$dynamicAnchor"}:
            yield _(
                "%(at)s: “%(word)s” phải được thay bằng chính nội dung mà nó tham chiếu đến."
            ) % {"at": _at(path), "word": word}
        else:
            yield _("%(at)s: không hiểu từ khóa “%(word)s”.") % {"at": _at(path), "word": word[:60]}


def _plain_values(path: str, found: dict[str, Any]) -> Iterator[str]:
    for word in TEXTS:
        if word in found and (not isinstance(found[word], str) or len(found[word]) > LONGEST_TITLE):
            yield _("%(at)s: “%(word)s” phải là chữ, nhiều nhất 1.000 ký tự.") % {
                "at": _at(path),
                "word": word,
            }
    for word, (least, most) in WHOLE.items():
        if word in found and not (_is_whole(found[word]) and least <= found[word] <= most):
            yield _("%(at)s: “%(word)s” phải là số từ %(least)d đến %(most)d.") % {
                "at": _at(path),
                "word": word,
                "least": least,
                "most": most,
            }
    if found.get("type") == "boolean" and found.get("const", True) is not True:
        yield _("%s: ô đánh dấu chỉ có thể bắt buộc đánh dấu (const là true).") % _at(path)


def _text_faults(path: str, found: dict[str, Any]) -> Iterator[str]:
    shape = found.get("format")
    if shape is not None and not (isinstance(shape, str) and shape in KNOWN_FORMATS):
        yield _("%(at)s: không có dạng “%(format)s” (format).") % {
            "at": _at(path),
            "format": str(shape)[:60],
        }
    if found.get("x-widget", "radio") != "radio":
        yield _("%s: x-widget chỉ có thể là radio.") % _at(path)
    if "oneOf" in found and not _are_choices(found["oneOf"]):
        yield _("%s: mỗi lựa chọn (oneOf) cần const và title là chữ, không trùng nhau.") % _at(path)


def _are_choices(told: Any) -> bool:
    if not isinstance(told, list) or not 1 <= len(told) <= MOST_CHOICES:
        return False
    shaped = all(isinstance(one, dict) and set(one) - {CASE} == {"const", "title"} for one in told)
    texts = shaped and all(isinstance(text, str) and text for one in told for text in one.values())
    return texts and len({one["const"] for one in told}) == len(told)


def _rules(path: str, found: dict[str, Any], properties: dict[str, Any]) -> Iterator[str]:
    """What an object says of its questions together."""
    if found.get("additionalProperties", False) is not False:
        yield _("%s: additionalProperties chỉ có thể là false.") % _at(path)
    yield from _named(path, found.get("required", []), properties)
    dependent = found.get("dependentRequired", {})
    for name, wanted in dependent.items() if isinstance(dependent, dict) else []:
        yield from _named(path, [name], properties)
        yield from _named(path, wanted, properties)
    every = found.get("allOf", [])
    for rule in [found, *(every if isinstance(every, list) else [every])]:
        yield from _rule(path, rule, found, is_own=rule is not found)


def _rule(path: str, rule: Any, found: dict[str, Any], *, is_own: bool) -> Iterator[str]:
    if not isinstance(rule, dict) or (
        is_own and not set(rule) <= {"if", "then", "else", "$comment"}
    ):
        yield _("%s: allOf chỉ gồm các luật if, then, else.") % _at(path)
        return
    for word in ("if", "then", "else"):
        if word in rule:
            yield from condition_faults(f"{_at(path)}, {word}", rule[word], found)


def _named(path: str, names: Any, properties: dict[str, Any]) -> Iterator[str]:
    listed = names if isinstance(names, list) else [names]
    for name in (str(one) for one in listed if not isinstance(one, str) or one not in properties):
        yield _("%(at)s: required nhắc đến “%(name)s”, nhưng không có câu hỏi ấy.") % {
            "at": _at(path),
            "name": name[:60],
        }


def _is_bounded(least: Any, most: Any) -> bool:
    return _is_whole(least) and _is_whole(most) and 0 <= least <= most and 1 <= most <= MOST


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _at(path: str) -> str:
    return path[:200] or _("Lược đồ")
