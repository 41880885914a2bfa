"""What does a plan say that was written as a table (CSV)? The same tree as of a YAML file.

First the heading, a line each (``number,12/NQ-HĐND``), then an empty line, then one line a share
under a line of column names. Lines of one ``change`` belong together; a new organization is
described where it first stands as ``to``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.problems import Problem
from motcua.ui import sheets

from .trees import Node

if TYPE_CHECKING:
    from .sheet import Sheet

SHARE = ("from", "to", "function", "procedure", "unit", "localities", "portion", "default")
NEW = ("new_kind", "new_tier", "new_name", "new_parent", "new_units")
COLUMNS = ("change", "kind", *SHARE, *NEW)
MANY = frozenset({"localities", "new_units"})
"""Columns with several words, which ``|`` parts."""

HEADING = ("number", "decided_on", "issuer", "title", "day")
Row = tuple[int, list[str]]
Words = dict[str, Any]


def tree(text: str) -> Node:
    """The table as the tree of the YAML that says the same."""
    rows = list(_rows(text))
    end = next((i for i, (_at, words) in enumerate(rows) if not any(words)), len(rows))
    heading = [row for row in rows[:end] if len(row[1]) >= 2]
    lines = list(_lines([row for row in rows[end:] if any(row[1])]))
    if lost := list(_lost(lines)):
        raise PlanInvalid(lost)
    return Node(
        1,
        {
            "plan": Node(1, {words[0]: Node(at, words[1]) for at, words in heading}),
            "organizations": Node(1, list(_bodies(lines))),
            "changes": Node(1, list(_changes(lines))),
        },
    )


def _rows(text: str) -> Iterator[Row]:
    separator = ";" if text.count(";") > text.count(",") else ","
    reader = csv.reader(text.splitlines(), delimiter=separator)
    try:
        for words in reader:
            yield reader.line_num, [word.strip() for word in words]
    except csv.Error:
        sentence = _("không đọc được; hãy lưu lại bảng thành tệp CSV.")
        raise PlanInvalid([Problem(sentence, reader.line_num)]) from None


def _lines(table: list[Row]) -> Iterator[tuple[int, dict[str, Node]]]:
    if not table:
        return
    (at, names), *rest = table
    if unknown := [name for name in names if name and name not in COLUMNS]:
        said = {"name": unknown[0], "known": ", ".join(COLUMNS)}
        raise PlanInvalid([Problem(_("không có cột “%(name)s”; hãy dùng: %(known)s.") % said, at)])
    for row, words in rest:
        cells = zip(names, words, strict=False)
        yield row, {name: _cell(row, name, word) for name, word in cells if name and word}


def _cell(row: int, name: str, word: str) -> Node:
    if name in MANY:
        return Node(row, [Node(row, each.strip()) for each in word.split("|") if each.strip()])
    return Node(row, word)


def _lost(lines: list[tuple[int, dict[str, Node]]]) -> Iterator[Problem]:
    """What would be passed over without a word: a share of nobody, a description of nobody."""
    for row, cells in lines:
        for names, needed in ((SHARE[2:], SHARE[:2]), (NEW, ("to",))):
            said = next((name for name in names if name in cells), "")
            missing = next((name for name in needed if name not in cells), "")
            if said and missing:
                words = {"said": said, "missing": missing}
                yield Problem(_("có “%(said)s” mà thiếu “%(missing)s”; hãy ghi thêm.") % words, row)


def _bodies(lines: list[tuple[int, dict[str, Node]]]) -> Iterator[Node]:
    for row, cells in lines:
        said = {name.removeprefix("new_"): cells[name] for name in NEW if name in cells}
        if said and "to" in cells:
            yield Node(row, {"identifier": cells["to"], **said})


def _changes(lines: list[tuple[int, dict[str, Node]]]) -> Iterator[Node]:
    groups: dict[object, list[tuple[int, dict[str, Node]]]] = {}
    for row, cells in lines:
        number = cells["change"].value if "change" in cells else row
        groups.setdefault(str(number), []).append((row, cells))
    for group in groups.values():
        yield _change(group)


def _change(group: list[tuple[int, dict[str, Node]]]) -> Node:
    row = group[0][0]
    said = {
        "originals": Node(row, _once(group, "from")),
        "resulting": Node(row, _once(group, "to")),
        "shares": Node(
            row, [_share(at, cells) for at, cells in group if {"from", "to"} <= {*cells}]
        ),
    }
    kinds = [cells["kind"] for _at, cells in group if "kind" in cells]
    return Node(row, said | ({"kind": kinds[0]} if kinds else {}))


def _share(row: int, cells: dict[str, Node]) -> Node:
    return Node(row, {name: cells[name] for name in SHARE if name in cells})


def _once(group: list[tuple[int, dict[str, Node]]], name: str) -> list[Node]:
    nodes = {str(cells[name].value): cells[name] for _row, cells in group if name in cells}
    return list(nodes.values())


# --- And back: the table that a sheet is ----------------------------------------------------------


def written(sheet: Sheet) -> str:
    """The plan as a table; posts, contacts and new names of who goes on stay with the YAML."""
    heading = [[key, str(sheet.heading.get(key, ""))] for key in HEADING]
    described = {each.get("identifier"): each for each in sheet.organizations if each.get("kind")}
    lines = [
        [str(number), *_line(change, cells, described.pop(cells.get("to"), {}))]
        for number, change in enumerate(sheet.changes, 1)
        for cells in _cells(change)
    ]
    page = io.StringIO()
    table = csv.writer(page)
    table.writerows([*heading, [], COLUMNS, *lines])
    return sheets.BYTE_ORDER_MARK + page.getvalue()


def _cells(change: Words) -> Iterator[Words]:
    """The lines of a change: its shares, and whoever no share names."""
    shares = [share for share in change.get("shares", []) if isinstance(share, dict)]
    yield from shares
    before = _rest(change, "originals", {share.get("from") for share in shares})
    after = _rest(change, "resulting", {share.get("to") for share in shares})
    yield from ({"from": old} for old in before)
    yield from ({"to": new} for new in after)


def _rest(change: Words, side: str, named: set[object]) -> list[str]:
    return [code for code in change.get(side, []) if code not in named]


def _line(change: Words, cells: Words, new: Words) -> list[str]:
    said = [_joined(cells.get(name, "")) for name in SHARE]
    founded = [_joined(new.get(name.removeprefix("new_"), "")) for name in NEW]
    return [str(change.get("kind", "")), *said, *founded]


def _joined(word: object) -> str:
    return "|".join(map(str, word)) if isinstance(word, list) else str(word)
