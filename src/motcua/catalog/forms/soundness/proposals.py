"""Do proposals and doubts of a question hold it against what there is?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers

from .. import doubts, suggesting
from ..schema import Schema, choices_of, group_of, leaves, node
from .conditions import condition_faults

MOST = 20
"""Proposals or doubts of one question."""
LONGEST_SENTENCE = 500
PATHS = frozenset({"of", "equals", "differs"})
TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float)}
NUMBERS = frozenset({"days_ago_over", "over"})
FACTS = frozenset({"fact", "differs_from_fact"})


def proposal_faults(form: Schema, layout: Any) -> Iterator[str]:
    """Every proposal and doubt that could never be shown, or that says nothing."""
    for path in (leaf for name in form["properties"] for leaf in leaves(form, name)):
        found = node(form, path)
        yield from _rules(form, path, suggesting.KEYWORD, suggesting.SOURCES)
        yield from _rules(form, path, doubts.KEYWORD, tuple(doubts.RULES))
        if suggesting.KEYWORD in found and group_of(path):
            yield _("%s: trong nhóm lặp không đề xuất câu trả lời được.") % path


def _rules(form: Schema, path: str, keyword: str, ways: tuple[str, ...]) -> Iterator[str]:
    told = node(form, path).get(keyword, [])
    if not isinstance(told, list) or len(told) > MOST:
        yield _("%(at)s: “%(kind)s” phải là danh sách, nhiều nhất %(most)d mục.") % {
            "at": path,
            "kind": keyword,
            "most": MOST,
        }
        return
    extra = {"when", "say"} if keyword == doubts.KEYWORD else {"when"}
    for rule in told:
        if not _is_shaped(rule, ways, extra):
            yield _("%(at)s: mỗi mục của “%(kind)s” cần đúng một trong: %(ways)s.") % {
                "at": path,
                "kind": keyword,
                "ways": ", ".join(ways),
            }
            continue
        yield from _rule(form, path, rule)


def _is_shaped(rule: Any, ways: tuple[str, ...], extra: set[str]) -> bool:
    if not isinstance(rule, dict) or set(rule) - extra - set(ways):
        return False
    said = rule.get("say", "")
    speaks = "say" not in extra or (isinstance(said, str) and 0 < len(said) <= LONGEST_SENTENCE)
    return speaks and len(set(rule) & set(ways)) == 1


def _rule(form: Schema, path: str, rule: dict[str, Any]) -> Iterator[str]:
    if "when" in rule:
        yield from condition_faults(path, rule["when"], form)
    for way, told in rule.items():
        if not _fits(form, path, way, told):
            yield _("%(at)s: “%(way)s” không dùng được “%(told)s”.") % {
                "at": path,
                "way": way,
                "told": str(told)[:200],
            }


def _fits(form: Schema, path: str, way: str, told: Any) -> bool:
    if way in PATHS:
        return _is_near(form, path, told)
    if way in FACTS:
        return isinstance(told, str) and told in suggesting.FACTS
    if way in {"value", "is"}:
        return _may_be(node(form, path), told)
    if way == "sex_is_not":
        return told in personal_numbers.SEX_OF_PARITY
    if way == "years_older_under":
        return _is_span(form, path, told)
    return way != "days_ago_over" or (type(told) is int and told >= 0)


def _is_span(form: Schema, path: str, told: Any) -> bool:
    """Years between this day and that of another question."""
    if not isinstance(told, dict) or set(told) != {"than", "years"}:
        return False
    is_counted = type(told["years"]) is int and told["years"] >= 0
    return is_counted and _is_near(form, path, told["than"])


def _is_near(form: Schema, path: str, told: Any) -> bool:
    """A question of the form, in the same entry where it stands in a group."""
    if not isinstance(told, str) or group_of(told) not in {"", group_of(path)}:
        return False
    try:
        return node(form, told).get("type") == node(form, path).get("type")
    except (KeyError, TypeError, AttributeError):
        return False


def _may_be(found: Schema, told: Any) -> bool:
    choices = dict(choices_of(found))
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,),
        "integer": (int,),
        "number": (int, float),
    }
    return isinstance(told, kinds[found["type"]]) and (not choices or told in choices)
