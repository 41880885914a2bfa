"""A stored form taken apart into blocks. What blocks cannot say goes along as it is (``rest``).

Whoever opens a form may rely on it: ``writing.form_of`` of what comes out is the form again, or
NotInBlocks says what would be lost.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import groupby

from motcua.catalog.forms.schema import CASE

from . import conditions, kinds, leftovers, writing
from .exceptions import FormRefused, NotInBlocks
from .kinds import Kind
from .pathways import Names, node_at
from .requirements import Requirements
from .sheets import EACH, GROUP, Head, Json, Sheet, written

IN_GROUP = f".{EACH}."
OF_PAPER = {"title": "paper_title", "code": "paper_code", "addressed_to": "addressed_to"}


def sheet_of(form: Json, layout: Json) -> Sheet:
    """The blocks of a form; raises NotInBlocks where taking it apart would lose something."""
    try:
        sheet = _Taking(copy.deepcopy(form), copy.deepcopy(layout)).sheet()
        again = writing.form_of(sheet)
    except FormRefused as refused:
        raise NotInBlocks([str(each) for each in refused.problems]) from refused
    except (KeyError, TypeError, AttributeError, ValueError) as broken:
        raise NotInBlocks([str(broken)]) from broken
    if lost := leftovers.differing((form, layout), again):
        raise NotInBlocks(lost)
    return sheet


class _Taking:
    """One form while it is taken apart."""

    def __init__(self, form: Json, layout: Json) -> None:
        self.form, self.layout = form, layout
        self.paths = [path for row in self._sections() for path in row["fields"]]
        self.nodes = {path: node_at(form, path) for path in self._with_groups()}
        self.names = Names({path: _title(node) for path, node in self.nodes.items()})
        self.requirements = Requirements.of(form, layout)

    def _sections(self) -> Iterator[Json]:
        return (row for page in self.layout["pages"] for row in page["sections"])

    def _with_groups(self) -> list[str]:
        groups = [path.partition(IN_GROUP)[0] for path in self.paths if IN_GROUP in path]
        return [*dict.fromkeys([*groups, *self.paths])]

    def sheet(self) -> Sheet:
        pages = [self._page(row) for row in self.layout["pages"]]
        bare = Sheet(self._head(), pages)
        rest = leftovers.of(self.form, self.layout, writing.form_of(bare))
        return Sheet(self._head(rest), pages)

    def _head(self, rest: Json | None = None) -> Head:
        paper = dict(self.layout.get("paper", {}))
        told = {field: paper.get(key, "") for key, field in OF_PAPER.items()}
        signers = tuple(paper.get("signers", ()))
        return Head(self.layout.get("notice", ""), **told, signers=signers, rest=rest or {})

    def _page(self, row: Json) -> Json:
        row = dict(row)
        sections = [self._section(one) for one in row.pop("sections")]
        told = {name: row.pop(name, "") for name in ("title", "key", "intro")}
        return {**told, "sections": sections, "rest": written(row)}

    def _section(self, row: Json) -> Json:
        row = dict(row)
        told = {name: row.pop(name, "") for name in ("title", "intro")}
        questions = list(self._questions(row.pop("fields")))
        rows: conditions.Rows | None = []
        if "when" in row:
            rows = conditions.rows_of(row["when"], self.nodes, self.names)
            if rows is not None:
                del row["when"]
        return {**told, "conditions": rows or [], "questions": questions, "rest": written(row)}

    def _questions(self, paths: list[str]) -> Iterator[Json]:
        """In order; those of a group together."""
        for group, found in groupby(paths, lambda path: path.partition(IN_GROUP)[:2]):
            if group[1]:
                yield self._group(group[0], list(found))
            else:
                yield from (self._question(path, path) for path in found)

    def _group(self, path: str, paths: list[str]) -> Json:
        node = dict(self.nodes[path])
        node.pop("items")
        inner = [self._question(each, each.partition(IN_GROUP)[2]) for each in paths]
        told = self._told(kinds.GROUPS, path, node) | {"questions": inner}
        return {"type": GROUP, "value": {**told, "name": path, "rest": written(node)}}

    def _question(self, path: str, name: str) -> Json:
        node = dict(self.nodes[path])
        kind, told = self._kind(path, node)
        told |= {slot.field: slot.into_block(node) for slot in kinds.COMMON}
        return {"type": kind, "value": {**told, "name": name, "rest": written(node)}}

    def _kind(self, path: str, node: Json) -> tuple[str, Json]:
        """Its name and the values of its fields, which leave the node."""
        for how, keyword in kinds.CALCULATIONS.items():
            if keyword in node and node.get("type") in kinds.TYPES.values():
                return "calculated", self._calculated(path, node, how, keyword)
        if "x-words-of" in node and node.get("type") == "string":
            return "words", self._told(kinds.WORDS, path, node)
        kind = next(each for each in kinds.KINDS if each.fits(node))
        told = self._told(kind, path, node)
        if kind.name == "choice":
            told["choices"] = _choices(node)
        return kind.name, told

    def _calculated(self, path: str, node: Json, how: str, keyword: str) -> Json:
        told = self._told(kinds.CALCULATED, path, node)
        of = node.pop(keyword)
        on = node.pop("x-on", "")
        kind = next(name for name, said in kinds.TYPES.items() if said == node["type"])
        del node["type"]
        paths = [of] if isinstance(of, str) else of
        named = [self.names.said(each) for each in paths]
        return {
            **told,
            "how": how,
            "kind": kind,
            "of": named,
            "on": self.names.said(on) if on else "",
        }

    def _told(self, kind: Kind, path: str, node: Json) -> Json:
        for key, _value in kind.fixed:
            node.pop(key, None)
        told = {slot.field: slot.into_block(node) for slot in kind.slots}
        told |= self._references(kind, node)
        return told | {"required": self.requirements.asks(path)}

    def _references(self, kind: Kind, node: Json) -> Json:
        if kind.name != "personal_number":
            return {field: self._named(node, keyword) for field, keyword in kind.paths}
        near = dict(node.pop("x-consistent-with", {}))
        told = {field: self._named(near, keyword) for field, keyword in kind.paths}
        return told if not near else _kept(told, node, near)

    def _named(self, node: Json, keyword: str) -> str:
        return self.names.said(node.pop(keyword)) if isinstance(node.get(keyword), str) else ""


def _kept(told: Json, node: Json, near: Json) -> Json:
    """What else a number is held against has no field."""
    node["x-consistent-with"] = near
    return told


def _title(node: Json) -> str:
    return str(node.get("title", ""))


def _choices(node: Json) -> list[Json]:
    """The choices as rows; what is more than value, label and case stays in the node."""
    told = node["oneOf"]
    if any(set(one) - {CASE} != {"const", "title"} or not _are_words(one) for one in told):
        raise KeyError("oneOf")
    del node["oneOf"]
    return [
        {"value": one["const"], "label": one["title"], "case": one.get(CASE, "")} for one in told
    ]


def _are_words(one: Json) -> bool:
    return all(isinstance(value, str) and value for value in one.values())
