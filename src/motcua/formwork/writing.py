"""Blocks put together: the schema with the last word, and the layout of its pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalog.forms.schema import CASE
from motcua.search import folding

from . import conditions, kinds, leftovers, names
from .conditions import Unclear
from .exceptions import FormRefused
from .pathways import Names
from .problems import Place, Problem, in_order
from .requirements import Requirements, as_rules
from .sheets import EACH, GROUP, Head, Json, Placed, Sheet, questions_of, read, sections_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PAGE_KEY = re.compile(r"[a-z0-9-]{1,60}")


def form_of(sheet: Sheet) -> tuple[Json, Json]:
    """Schema and layout; raises FormRefused with everything that is wrong, block by block."""
    making = _Making(sheet)
    form, layout = making.form(), making.layout()
    making.problems += leftovers.put_back(form, layout, sheet.head.rest)
    if making.problems:
        raise FormRefused(in_order(making.problems))
    return form, layout


class _Making:
    """One form while it is put together."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.questions = list(questions_of(sheet.pages))
        self.paths, self.problems = names.paths_of(self.questions)
        if self.problems:
            raise FormRefused(in_order(self.problems))
        self.names = Names({self.paths[q.place]: q.value["title"] for q in self.questions})
        self.nodes = {self.paths[q.place]: self._node(q) for q in self.questions}
        self.whens = {place: self._when(place, row) for place, row in sections_of(sheet.pages)}

    # --- The schema ---------------------------------------------------------------------------

    def form(self) -> Json:
        form: Json = {"$schema": DIALECT, **_object()}
        for path, node in self.nodes.items():
            _insert(form, path, node)
        told = Requirements.built(self._wanted(), self._conditions())
        optional = self.sheet.head.rest.get("optional", {})
        for path, steps in told.wanted.items():
            _at(form, path)["required"] = sorted(steps - set(optional.get(path, ())))
        rules = {each for each in told.rules if each[1] not in optional.get("", ())}
        return form | ({"allOf": as_rules(rules)} if rules else {})

    def _wanted(self) -> list[str]:
        return [self.paths[q.place] for q in self.questions if q.value.get("required")]

    def _conditions(self) -> dict[str, Json]:
        """What counts only under one condition, by its step at the top."""
        found: dict[str, list[Json]] = defaultdict(list)
        for each in self.questions:
            found[self.paths[each.place].partition(".")[0]].append(self.whens[each.section])
        self._refuse_torn(found)
        return {top: whens[0] for top, whens in found.items() if _alike(whens) and whens[0]}

    def _refuse_torn(self, found: dict[str, list[Json]]) -> None:
        """Wanted in one section and not there in another: no rule at the top can say that."""
        said = _(
            "Các câu cùng nhóm dữ liệu “%(top)s” nằm ở những mục có điều kiện khác nhau, mà câu "
            "này bắt buộc. Hãy đặt tên dữ liệu ngoài nhóm ấy, hoặc cho các mục cùng điều kiện."
        )
        torn = {top for top, whens in found.items() if not _alike(whens)}
        torn -= set(self.sheet.head.rest.get("optional", {}).get("", ()))
        for each in self.questions:
            top = self.paths[each.place].partition(".")[0]
            if top in torn and each.value.get("required") and self.whens[each.section]:
                self.problems.append(Problem((*each.place, "name"), said % {"top": top}))

    # --- One question -------------------------------------------------------------------------

    def _node(self, question: Placed) -> Json:
        value = question.value
        rest = self._rest((*question.place, "rest"), value)
        if question.kind == GROUP:
            return {**rest, "type": "array", "items": _object(), **_said(kinds.GROUPS, value)}
        common: Json = {}
        for slot in kinds.COMMON:
            common |= slot.into_node(value.get(slot.field))
        return {**rest, **common, **self._own(question)}

    def _own(self, question: Placed) -> Json:
        value = question.value
        if question.kind == "calculated":
            return self._calculated(question)
        if question.kind == "words":
            told = _said(kinds.WORDS, value)
            return told | self._references(question, kinds.WORDS.paths)
        kind = kinds.BY_NAME[question.kind]
        told = _said(kind, value)
        if kind.name == "choice":
            told["oneOf"] = list(self._choices(question))
        if kind.name == "personal_number":
            rest = self._rest((*question.place, "rest"), value)
            near = rest.get("x-consistent-with", {}) | self._references(question, kind.paths)
            return told | ({"x-consistent-with": near} if near else {})
        return told | self._references(question, kind.paths)

    def _references(self, question: Placed, fields: tuple[tuple[str, str], ...]) -> Json:
        found = {}
        for field, keyword in fields:
            if words := question.value.get(field):
                found[keyword] = self._meant((*question.place, field), words)
        return found

    def _meant(self, place: Place, words: str) -> str:
        if (path := self.names.meant(words)) is None:
            said = _("Không có câu hỏi nào tên “%(name)s”. Hãy ghi đúng nhãn hoặc tên dữ liệu.")
            self.problems.append(Problem(place, said % {"name": words}))
        return path or ""

    def _choices(self, question: Placed) -> Iterator[Json]:
        seen: set[str] = set()
        for at, row in enumerate(question.value["choices"]):
            value = row["value"].strip() or folding.slug(row["label"]).replace("-", "_")
            if value in seen or not value:
                said = _("Hai lựa chọn có cùng giá trị “%(value)s”. Hãy sửa một giá trị.")
                place = (*question.place, "choices", at, "value")
                self.problems.append(Problem(place, said % {"value": value}))
            seen.add(value)
            case = str(row.get("case") or "").strip()
            yield {"const": value, "title": row["label"], **({CASE: case} if case else {})}

    def _calculated(self, question: Placed) -> Json:
        value = question.value
        places = [(*question.place, "of", at) for at in range(len(value["of"]))]
        paths = [self._meant(at, words) for at, words in zip(places, value["of"], strict=True)]
        alone = value["how"] in ("count", "age") or (value["how"] == "sum" and len(paths) == 1)
        told = _said(kinds.CALCULATED, value) | {"type": kinds.TYPES[value["kind"]]}
        told[kinds.CALCULATIONS[value["how"]]] = paths[0] if alone else paths
        if alone and len(paths) > 1:
            said = _("Cách tính này chỉ lấy từ một câu. Hãy bỏ bớt.")
            self.problems.append(Problem(places[1], said))
        return told | (
            {"x-on": self._meant((*question.place, "on"), on)} if (on := value["on"]) else {}
        )

    def _rest(self, place: Place, value: Json) -> Json:
        try:
            return read(value.get("rest", ""))
        except ValueError:
            said = _("Phần này phải là một đối tượng JSON, ví dụ {}. Hãy sửa hoặc xóa hết chữ.")
            self.problems.append(Problem(place, said))
            return {}

    # --- The layout ---------------------------------------------------------------------------

    def _when(self, place: Place, section: Json) -> Json:
        rest = self._rest((*place, "rest"), section)
        if not section["conditions"]:
            return dict(rest.get("when", {}))
        try:
            return conditions.when_of(section["conditions"], self.nodes, self.names)
        except Unclear:
            self.problems += self._unclear(place, section)
            return {}

    def _unclear(self, place: Place, section: Json) -> Iterator[Problem]:
        for at, row in enumerate(section["conditions"]):
            try:
                conditions.when_of([row], self.nodes, self.names)
            except Unclear as unclear:
                yield Problem((*place, "conditions", at, unclear.field), str(unclear))

    def layout(self) -> Json:
        head, keys = self.sheet.head, set[str]()
        pages = [self._page(at, page, keys) for at, page in enumerate(self.sheet.pages)]
        notice = {"notice": head.notice} if head.notice else {}
        paper = _paper(head)
        return {**notice, **({"paper": paper} if paper else {}), "pages": pages}

    def _page(self, at: int, page: Json, keys: set[str]) -> Json:
        key = self._key(at, page, keys)
        places = [(at, "sections", number) for number in range(len(page["sections"]))]
        rows = [self._section(p, s) for p, s in zip(places, page["sections"], strict=True)]
        told = {"key": key, "title": page["title"], **_words(page, "intro"), "sections": rows}
        return {**self._rest((at, "rest"), page), **told}

    def _key(self, at: int, page: Json, keys: set[str]) -> str:
        key = page["key"].strip() or _free(folding.slug(page["title"])[:50] or "trang", keys)
        if not PAGE_KEY.fullmatch(key) or key in keys:
            said = _(
                "Địa chỉ trang “%(key)s” trùng hoặc không đúng. Hãy dùng chữ thường không dấu."
            )
            self.problems.append(Problem((at, "key"), said % {"key": key}))
        keys.add(key)
        return key

    def _section(self, place: Place, section: Json) -> Json:
        told = {**_words(section, "title", "intro"), "fields": self._fields(place)}
        rest = {k: v for k, v in self._rest((*place, "rest"), section).items() if k != "when"}
        when = self.whens[place]
        return {**rest, **told, **({"when": when} if when else {})}

    def _fields(self, section: Place) -> list[str]:
        here = (q for q in self.questions if q.section == section and q.kind != GROUP)
        return [self.paths[question.place] for question in here]


# --- Small parts ----------------------------------------------------------------------------------


def _object() -> Json:
    return {"type": "object", "properties": {}, "additionalProperties": False}


def _insert(form: Json, path: str, node: Json) -> None:
    *above, last = path.split(".")
    here: Any = form
    for step in above:
        here = here["items"] if step == EACH else here["properties"].setdefault(step, _object())
    here["properties"][last] = node


def _at(form: Json, path: str) -> Json:
    here: Any = form
    for step in path.split(".") if path else []:
        here = here["items"] if step == EACH else here["properties"][step]
    found: Json = here
    return found


def _said(kind: kinds.Kind, value: Json) -> Json:
    told = dict(kind.fixed)
    for slot in kind.slots:
        told |= slot.into_node(value.get(slot.field))
    return told


def _words(row: Json, *names: str) -> Json:
    return {name: row[name] for name in names if row[name]}


def _paper(head: Head) -> Json:
    told = {
        "title": head.paper_title,
        "code": head.paper_code,
        "addressed_to": head.addressed_to,
        "signers": list(head.signers),
    }
    return {key: value for key, value in told.items() if value}


def _alike(whens: list[Json]) -> bool:
    return all(when == whens[0] for when in whens)


def _free(stem: str, taken: set[str]) -> str:
    return next(k for k in (stem, *(f"{stem}-{n}" for n in range(2, 500))) if k not in taken)
