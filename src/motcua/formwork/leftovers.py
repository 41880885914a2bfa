"""What does a form say that no block says? It stands in ``Head.rest`` under these names.

``rules``: entries of ``allOf`` · ``required``: what an object wants beside what its questions
say · ``optional``: what it does not want although a question in it is wanted · ``objects``: other
keywords of objects and of the form · ``layout``, ``paper``: other keys there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .problems import Problem
from .requirements import Requirements, as_rules
from .sheets import EACH, Json

OF_OBJECT = frozenset({"type", "properties", "required", "additionalProperties"})
OF_FORM = OF_OBJECT | {"$schema", "allOf"}
OF_LAYOUT = frozenset({"notice", "paper", "pages"})
OF_PAPER = frozenset({"title", "code", "addressed_to", "signers"})
Form = tuple[Json, Json]
"""Schema and layout."""


def of(form: Json, layout: Json, bare: Form) -> Json:
    """What ``bare``, the form as its blocks alone say it, lacks."""
    said, meant = Requirements.of(form, layout), Requirements.of(*bare)
    more = {path: sorted(said.wanted[path] - meant.wanted.get(path, set())) for path in said.wanted}
    less = {path: meant.wanted[path] - said.wanted.get(path, set()) for path in meant.wanted}
    for _when, name in meant.rules - said.rules:
        less.setdefault("", set()).add(name)
    rest = {
        "rules": [*said.others, *as_rules(said.rules - meant.rules)],
        "required": _told(more),
        "optional": _told({path: sorted(steps) for path, steps in less.items()}),
        "objects": _told(dict(_objects(form))),
        "layout": {key: each for key, each in layout.items() if key not in OF_LAYOUT},
        "paper": {k: each for k, each in layout.get("paper", {}).items() if k not in OF_PAPER},
    }
    return _told(rest)


def _told(rest: Json) -> Json:
    return {key: value for key, value in rest.items() if value}


def _objects(form: Json) -> Iterator[tuple[str, Json]]:
    yield "", {key: value for key, value in form.items() if key not in OF_FORM}
    for path, node in objects_of(form):
        yield path, {key: value for key, value in node.items() if key not in OF_OBJECT}


def objects_of(node: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every object below the top with its path; ``members.*`` is an entry of a group."""
    for step, each in node.get("properties", {}).items():
        here = f"{path}.{step}".lstrip(".")
        if isinstance(each.get("items"), dict):
            here, each = f"{here}.{EACH}", each["items"]
        if "properties" in each:
            yield here, each
            yield from objects_of(each, here)


def put_back(form: Json, layout: Json, rest: Json) -> list[Problem]:
    """Say it again; the problems are what speaks of questions that are no longer there."""
    found = [Problem((), sentence) for sentence in _without_object(form, rest)]
    if not found:
        _require(form, rest)
        for path, words in rest.get("objects", {}).items():
            _object(form, path).update({**words, **_object(form, path)})
    found += [Problem((), each) for each in _rules(form, rest.get("rules", []))]
    layout.update({**rest.get("layout", {}), **layout})
    if rest.get("paper"):
        layout["paper"] = {**rest["paper"], **layout.get("paper", {})}
    return found


def _object(form: Json, path: str) -> Json:
    """The object itself, to be changed."""
    found: Any = form
    for step in path.split(".") if path else []:
        found = found["items"] if step == EACH else found["properties"][step]
    node: Json = found
    return node


def _without_object(form: Json, rest: Json) -> Iterator[str]:
    for path in {*rest.get("required", {}), *rest.get("optional", {}), *rest.get("objects", {})}:
        steps = [*rest.get("required", {}).get(path, []), *rest.get("optional", {}).get(path, [])]
        try:
            known = _object(form, path)["properties"]
        except KeyError:
            yield _gone(path)
            continue
        yield from (_gone(f"{path}.{step}".lstrip(".")) for step in steps if step not in known)


def _gone(path: str) -> str:
    said = _("“Phần ngoài khối” của biểu mẫu nhắc đến “%(path)s”, nay không còn. Hãy sửa phần ấy.")
    return said % {"path": path}


def _require(form: Json, rest: Json) -> None:
    for path, steps in rest.get("required", {}).items():
        node = _object(form, path)
        node["required"] = sorted({*node.get("required", []), *steps})


def _rules(form: Json, rules: list[Json]) -> Iterator[str]:
    if rules:
        form["allOf"] = [*form.get("allOf", []), *rules]
    named = {name for rule in rules for name in _named(rule)}
    yield from (_gone(name) for name in sorted(named - set(form["properties"])))


def _named(rule: Json) -> Iterator[str]:
    """Questions at the top that a rule speaks of."""
    for part in (rule, *(rule.get(word, {}) for word in ("if", "then", "else"))):
        if isinstance(part, dict):
            yield from part.get("required", [])
            yield from part.get("properties", {})


# --- Are two forms the same? ----------------------------------------------------------------------


def differing(one: Form, other: Form) -> list[str]:
    """Names of the parts in which two forms differ; the order of keys and wishes says nothing."""
    return sorted({name for name, part in _parts(*one).items() if _parts(*other)[name] != part})


def _parts(form: Json, layout: Json) -> dict[str, str]:
    told = Requirements.of(form, layout)
    plain = {key: each for key, each in form.items() if key not in ("$schema", "allOf", "required")}
    return {
        _("câu hỏi"): _text(_normal(plain)),
        _("câu bắt buộc"): _text(
            [sorted(told.rules), _sorted(told.wanted), *map(_text, told.others)]
        ),
        _("bố cục các trang"): _text(_layout(layout)),
    }


def _normal(node: Any) -> Any:
    """Objects are closed unless told otherwise; what they want is compared apart."""
    if isinstance(node, list):
        return [_normal(each) for each in node]
    if not isinstance(node, dict):
        return int(node) if isinstance(node, float) and node.is_integer() else node
    told = {key: _normal(each) for key, each in node.items()}
    if isinstance(told.get("x-sum-of"), list) and len(told["x-sum-of"]) == 1:
        told["x-sum-of"] = told["x-sum-of"][0]
    if isinstance(told.get("properties"), dict):
        told.pop("required", None)
        told.setdefault("additionalProperties", False)
        told.setdefault("type", "object")
    return told


def _sorted(wanted: dict[str, set[str]]) -> Json:
    return {path: sorted(steps) for path, steps in wanted.items() if steps}


def _layout(layout: Json) -> Json:
    """Empty words are no words."""
    said: Json = _without_nothing(layout)
    return said


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        told = {key: _without_nothing(each) for key, each in value.items()}
        return {key: each for key, each in told.items() if each not in ("", [], {})}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
