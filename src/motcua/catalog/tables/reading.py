"""A workbook of procedures as raw records, with every problem of every row told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple

from django.utils.translation import gettext as _

from motcua.catalog.importing import headings
from motcua.search.folding import fold
from motcua.ui.xlsx import reading as workbook
from motcua.ui.xlsx import values
from motcua.ui.xlsx.cells import Line, Sheet, Trouble, Value
from motcua.ui.xlsx.values import Unclear

from .columns import CODE, PAPERS, PROCEDURES, TABLES, Column, Table

FULL = 32_767
"""Letters of a cell; one that holds so many was probably cut."""
Record = dict[str, Any]


class Problem(NamedTuple):
    """What to mend: on which sheet, in which row and column, and the sentence."""

    sheet: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        if not self.row:
            return f"{self.sheet}: {self.sentence}" if self.sheet else self.sentence
        where = _("%(sheet)s, dòng %(row)d") % {"sheet": self.sheet, "row": self.row}
        return (
            f"{where}, {self.column}: {self.sentence}"
            if self.column
            else f"{where}: {self.sentence}"
        )


@dataclass
class Said:
    """The records of a workbook by code, where each begins, and what is wrong."""

    raws: dict[str, Record] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(content: IO[bytes]) -> Said:
    """Everything that it says; raises WorkbookRefused for what is no workbook."""
    sheets = {fold(sheet.name): sheet for sheet in workbook.read(content)}
    said = Said()
    for table in TABLES:
        sheet = sheets.get(fold(table.name))
        if sheet is None or not sheet.lines:
            missing = _("Thiếu trang tính này. Hãy dùng tệp xuất từ cổng.")
            said.problems += [Problem(table.name, 0, "", missing)]
            continue
        _read(table, sheet, said)
    return said


def _read(table: Table, sheet: Sheet, said: Said) -> None:
    said.problems += _of_sheet(table, sheet)
    head, *lines = sheet.lines
    places = {at: found for at, word in head.values.items() if (found := _column(table, word))}
    if CODE not in {column.key for column in places.values()}:
        lacks = _("Thiếu cột “Mã thủ tục”. Hãy dùng tệp xuất từ cổng.")
        said.problems.append(Problem(table.name, head.number, "", lacks))
        return
    for line in lines:
        row = dict(_cells(table, line, places, said))
        code = str(row.pop(CODE, ""))
        if _is_known(table, line, code, said):
            _keep(table, said, code, row, line.number)


def _column(table: Table, word: Value) -> Column | None:
    return table.by_head.get(fold(" ".join(str(word).split())))


def _of_sheet(table: Table, sheet: Sheet) -> Iterator[Problem]:
    if sheet.is_hidden:
        hidden = _("Trang tính đang bị ẩn. Hãy cho hiện lại để kiểm tra.")
        yield Problem(table.name, 0, "", hidden)
    for each in sheet.merged:
        merged = _("Các ô %(cells)s đang gộp làm một. Hãy bỏ gộp ô và điền đủ từng ô.")
        yield Problem(table.name, each.first_line, "", merged % {"cells": each.reference})
    for word in (w for w in sheet.lines[0].values.values() if not _column(table, w)):
        strange = _("Không có cột “%(word)s”. Hãy xóa cột, hoặc đặt tên như tệp xuất từ cổng.")
        yield Problem(table.name, sheet.lines[0].number, "", strange % {"word": str(word)[:60]})


def _cells(
    table: Table, line: Line, places: dict[int, Column], said: Said
) -> Iterator[tuple[str, Any]]:
    if line.is_hidden:
        hidden = _("Dòng này đang bị ẩn. Hãy cho hiện lại (bỏ bộ lọc) để kiểm tra, hoặc xóa đi.")
        said.problems.append(Problem(table.name, line.number, "", hidden))
    for at, value in line.values.items():
        if (column := places.get(at)) is None:
            continue
        try:
            yield column.key, _value(column, value)
        except Unclear as unclear:
            said.problems.append(Problem(table.name, line.number, column.head, str(unclear)))


def _value(column: Column, value: Value) -> Any:
    if isinstance(value, str) and len(value) >= FULL:
        raise Unclear(_("Ô này đầy 32.767 ký tự nên có thể đã bị cắt. Hãy chia ra nhiều dòng."))
    if column.is_day and not isinstance(value, Trouble):
        day = values.day(value)
        return day.isoformat() if day else ""
    if column.is_list and isinstance(value, str):
        lines = (values.text(line) for line in value.splitlines())
        return [line for line in lines if line]
    words = values.text(value)
    if column.is_list:
        return [words]
    _refuse_unknown(column, words)
    return _number(words) if column.is_number and words else words


def _refuse_unknown(column: Column, words: str) -> None:
    if unknown := column.unknown_in(words):
        said = _("Không hiểu “%(word)s”. Hãy ghi một trong: %(known)s.")
        known = "; ".join(f"“{word}”" for word in column.one_of)
        raise Unclear(said % {"word": ", ".join(unknown)[:40], "known": known})


def _number(words: str) -> int:
    if not words.isascii() or not words.isdigit() or len(words) > 12:
        said = _("“%(words)s” không phải số nguyên. Hãy ghi chữ số liền nhau, ví dụ 8000.")
        raise Unclear(said % {"words": words[:40]})
    return int(words)


def _is_known(table: Table, line: Line, code: str, said: Said) -> bool:
    """Whether the row belongs to a procedure of the workbook."""
    if not headings.code(code):
        shape = _("Mã thủ tục “%(code)s” không đúng dạng 1.001193.")
        said.problems.append(Problem(table.name, line.number, "", shape % {"code": code[:40]}))
        return False
    if table is not PROCEDURES and code not in said.raws:
        alone = _("Mã %(code)s không có ở trang tính “Thủ tục”. Hãy thêm dòng ở đó.")
        said.problems.append(Problem(table.name, line.number, "", alone % {"code": code}))
        return False
    return True


def _keep(table: Table, said: Said, code: str, row: Record, number: int) -> None:
    if table is PROCEDURES:
        _join(said, code, row, number)
    elif table is PAPERS:
        _into_case(said.raws[code].setdefault(table.key, []), row)
    else:
        said.raws[code].setdefault(table.key, []).append(_whole(table.columns[1:]) | row)


def _join(said: Said, code: str, row: Record, number: int) -> None:
    """A further row of a procedure goes on with its lists, and says nothing else."""
    if code not in said.raws:
        said.raws[code], said.rows[code] = {CODE: code, **row}, number
        return
    raw = said.raws[code]
    for key, value in row.items():
        if isinstance(value, list):
            raw[key] = [*raw.get(key, []), *value]
        elif value != raw.get(key, value):
            twice = _("Thủ tục này đã có ở dòng %(row)d với nội dung khác. Hãy chỉ giữ một dòng.")
            sentence = twice % {"row": said.rows[code]}
            said.problems.append(Problem(PROCEDURES.name, number, "", sentence))


def _into_case(cases: list[Record], row: Record) -> None:
    """Papers of one case stand one after another."""
    name = row.pop("truong_hop", "")
    if not cases or cases[-1]["truong_hop"] != name:
        cases.append({"truong_hop": name, "giay_to": []})
    cases[-1]["giay_to"].append(_whole(PAPERS.columns[2:]) | row)


def _whole(columns: Sequence[Column]) -> Record:
    """Every key, also of cells that say nothing: an import then reads nothing out of words."""
    return {column.key: None if column.is_number else "" for column in columns}
