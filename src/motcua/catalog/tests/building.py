"""Forms as hypothesis invents them: sound by construction, as an editor could build them."""

from __future__ import annotations

import copy
import string
from typing import Any

from hypothesis import strategies as st

from motcua.catalog.forms import spelled_out
from motcua.catalog.models import ProcedureVersion

NAMES = [f"q{letter}" for letter in string.ascii_lowercase[:12]]
NUMBERS = ("integer", "number")


def question() -> st.SearchStrategy[dict[str, Any]]:
    """One question of some kind; its title is put in by whoever names it."""
    text = st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={
            "maxLength": st.integers(1, 30),
            "minLength": st.integers(0, 3),
            "x-lines": st.integers(1, 3),
            "pattern": st.sampled_from([r"^[\p{L} ]+$", "^[0-9]{1,4}$"]),
        },
    )
    shaped = st.sampled_from(
        ["date", "past-date", "person-name", "personal-number", "phone", "email", "signature"]
    ).map(lambda shape: {"type": "string", "format": shape})
    choice = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True).map(
        lambda words: {"type": "string", "oneOf": [{"const": w, "title": w} for w in words]}
    )
    number = st.builds(
        lambda kind, low, span: {"type": kind, "minimum": low, "maximum": low + span},
        st.sampled_from(NUMBERS),
        st.integers(-5, 5),
        st.integers(0, 2000),
    )
    tick = st.sampled_from([{"type": "boolean"}, {"type": "boolean", "const": True}])
    return st.one_of(text, shaped, choice, number, tick)


@st.composite
def an_object(draw: st.DrawFn, *, depth: int = 0, most: int = 5) -> dict[str, Any]:
    """Questions together, some wanted; at most one level of objects inside."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=most, unique=True))
    inner = question() if depth else st.one_of(question(), question(), an_object(depth=1, most=3))
    properties = {name: _titled(name, draw(inner)) for name in names}
    wanted = draw(st.lists(st.sampled_from(names), unique=True))
    return {
        "type": "object",
        "properties": properties,
        "required": wanted,
        "additionalProperties": False,
    }


@st.composite
def a_group(draw: st.DrawFn) -> dict[str, Any]:
    least = draw(st.integers(0, 2))
    return {
        "type": "array",
        "title": "Nhóm",
        "minItems": least,
        "maxItems": draw(st.integers(max(1, least), 4)),
        "items": draw(an_object(depth=draw(st.integers(0, 1)), most=3)),
    }


@st.composite
def versions(draw: st.DrawFn) -> ProcedureVersion:
    """A version whose form has questions, groups, calculations and a condition."""
    form = draw(an_object(most=6))
    for name in draw(st.lists(st.sampled_from(["ga", "gb"]), unique=True)):
        form["properties"][name] = draw(a_group())
    _calculate(draw, form)
    _ask_under_condition(draw, form)
    return ProcedureVersion(form=form, form_layout=spelled_out(form, _layout(draw, form)))


def _titled(name: str, found: dict[str, Any]) -> dict[str, Any]:
    return found if found["type"] == "object" else {"title": name.upper(), **copy.deepcopy(found)}


def _calculate(draw: st.DrawFn, form: dict[str, Any]) -> None:
    """A sum, a product and a count, of whatever numbers and groups there are."""
    tops = list(form["properties"].items())
    groups = [name for name, found in tops if found["type"] == "array"]
    numbers = [name for name, found in tops if found["type"] in NUMBERS]
    for group in groups:
        inside = form["properties"][group]["items"]["properties"]
        numbers += [f"{group}.*.{name}" for name, one in inside.items() if one["type"] in NUMBERS]
    made = {}
    if numbers:
        made["total"] = {"type": "number", "title": "Tổng", "x-sum-of": numbers}
        made["area"] = {"type": "integer", "title": "Tích", "x-product-of": ["total", numbers[0]]}
    if groups:
        made["people"] = {"type": "integer", "title": "Số mục", "x-count-of": groups[0]}
    for name, found in made.items():
        if name == "total" or draw(st.sampled_from([0, 1])):
            form["properties"][name] = found


def _ask_under_condition(draw: st.DrawFn, form: dict[str, Any]) -> None:
    choices = [name for name, one in form["properties"].items() if "oneOf" in one]
    others = sorted(set(form["properties"]) - set(choices) - {"total", "area", "people"})
    if choices and others and draw(st.sampled_from([0, 1])):
        told = {"const": form["properties"][choices[0]]["oneOf"][0]["const"]}
        when = {"required": [choices[0]], "properties": {choices[0]: told}}
        form["allOf"] = [{"if": when, "then": {"required": [others[0]]}}]


def _layout(draw: st.DrawFn, form: dict[str, Any]) -> dict[str, Any]:
    """Every question on one of two pages; some sections under a condition."""
    names = sorted(form["properties"])
    cut = draw(st.integers(1, len(names)))
    halves = [half for half in (names[:cut], names[cut:]) if half]
    choices = [name for name in halves[0] if "oneOf" in form["properties"][name]]
    pages = []
    for number, half in enumerate(halves):
        section: dict[str, Any] = {"title": draw(st.sampled_from(["", "Phần"])), "fields": half}
        if number and choices and draw(st.sampled_from([0, 1])):
            told = {"const": form["properties"][choices[0]]["oneOf"][0]["const"]}
            section["when"] = {"required": [choices[0]], "properties": {choices[0]: told}}
        pages.append({"key": f"trang-{number}", "title": f"Trang {number}", "sections": [section]})
    return {"pages": pages}


NONSENSE = (
    *(" ", "a", "An", "1", "-3", "1.500", "85,5", "0,005", "1e9", "9" * 40, "²", "½", "٣", "on"),
    *("31/02/2026", "05/09/2026", "2026-02-30", "01/01/0001", "022198001234", "0912345678"),
    *("x@y.vn", "<script>", "\u202eN", "Nguye\u0302\u0303n", "a\x00b", "\r\n\n"),
)
TYPED = st.one_of(st.sampled_from(["", *NONSENSE]), st.text(max_size=12))
"""What somebody types, nonsense too."""
