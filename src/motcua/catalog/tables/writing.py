"""Raw records as a workbook. No cell is cut: long lists go on in the next row of the procedure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalog.exceptions import RecordRefused
from motcua.ui import workbooks
from motcua.ui.workbooks import LONGEST, Sheet, Value

from .columns import CODE, PAPERS, PROCEDURES, TABLES, Column, Table

Record = dict[str, Any]


def book(raws: Iterable[Record]) -> bytes:
    """The workbook; raises RecordRefused where a text is longer than a cell can hold."""
    told = list(raws)
    return workbooks.book([_sheet(table, told) for table in TABLES])


def fitting(raws: Iterable[Record]) -> tuple[list[Record], list[str]]:
    """Those of which every cell fits, and a sentence for each other: one costs nobody the rest."""
    told, left = [], []
    for raw in raws:
        try:
            for table in TABLES:
                deque(_rows(table, raw), maxlen=0)
        except RecordRefused as refused:
            left += refused.sentences
        else:
            told.append(raw)
    return told, left


def _sheet(table: Table, raws: Sequence[Record]) -> Sheet:
    heads = [column.head for column in table.columns]
    rows = [row for raw in raws for row in _rows(table, raw)]  # refused before a sheet is open
    return Sheet(table.name, heads, rows, [12, *([26] * (len(heads) - 1))])


def _rows(table: Table, raw: Record) -> Iterator[list[Value]]:
    if table is PROCEDURES:
        yield from _of_procedure(raw)
    elif table is PAPERS:
        for case in raw.get(table.key, ()):
            for paper in case["giay_to"]:
                told = {**paper, "truong_hop": case["truong_hop"], CODE: raw[CODE]}
                yield [_cell(column, told) for column in table.columns]
    else:
        for row in raw.get(table.key, ()):
            yield [_cell(column, {**row, CODE: raw[CODE]}) for column in table.columns]


def _of_procedure(raw: Record) -> Iterator[list[Value]]:
    """The first row has everything; those below only what did not fit."""
    columns = [_pieces(column, raw) for column in PROCEDURES.columns]
    for number, row in enumerate(zip_longest(*columns, fillvalue="")):
        yield list(row) if not number else [raw[CODE], *row[1:]]


def _pieces(column: Column, raw: Record) -> list[Value]:
    """The cells of a list, as many lines in each as a cell holds."""
    if not column.is_list:
        return [_cell(column, raw)]
    cells, room = [""], LONGEST
    for each in raw.get(column.key) or []:
        line = " ".join(each.split())
        _refuse_long(raw, column, line)
        if len(line) + 1 > room:
            cells, room = [*cells, ""], LONGEST
        cells[-1] = f"{cells[-1]}\n{line}" if cells[-1] else line
        room -= len(line) + 1
    return [*cells]


def _cell(column: Column, row: Record) -> Value:
    value = row.get(column.key)
    if value is None or value == "":
        return ""
    if column.is_day:
        return date.fromisoformat(value)
    if isinstance(value, str):
        _refuse_long(row, column, value)
    return value if isinstance(value, str | int) else str(value)


def _refuse_long(row: Record, column: Column, words: str) -> None:
    if len(words) >= LONGEST:
        said = _("%(code)s: “%(head)s” dài hơn một ô bảng tính chứa được. Hãy xuất thành JSON.")
        raise RecordRefused([said % {"code": row.get(CODE, ""), "head": column.head}])
