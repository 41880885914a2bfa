"""What does each row of the file say? Every cell that cannot be understood is named at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from django.utils.translation import gettext as _

from motcua.staffing.importing import cells, columns, heads
from motcua.staffing.importing.cells import Unclear
from motcua.staffing.importing.columns import OF_PERSON, Column, Key
from motcua.staffing.importing.heads import Heads
from motcua.staffing.importing.problems import RowProblem
from motcua.staffing.terms import Decision
from motcua.ui.xlsx import reading
from motcua.ui.xlsx.cells import Line, Sheet


@dataclass(slots=True)
class Row:
    """One line of the file; None or an empty text where the cell says nothing."""

    line: int
    code: str = ""
    title: str = ""
    rank: int | None = None
    is_head: bool | None = None
    holders: int | None = None
    duties: list[str] | None = None
    full_name: str = ""
    username: str = ""
    email: str = ""
    personal_number: str = field(default="", repr=False)
    kind: str | None = None
    first: date | None = None
    last: date | None = None
    covers: str = ""
    scope: str = ""
    number: str = ""
    decided_on: date | None = None
    issuer: str = ""
    post: int | None = None
    unclear: set[Key] = field(default_factory=set)
    """What the row says and nobody can read."""
    is_of_somebody: bool = False
    """Whether it speaks of a person, read or not."""

    @property
    def has_person(self) -> bool:
        named = self.full_name or self.username or self.email or self.personal_number
        return bool(named) or self.is_of_somebody

    @property
    def decision(self) -> Decision:
        return Decision(self.number, self.decided_on, self.issuer)


@dataclass(slots=True)
class Said:
    """All that a file says: rows that could be read, and what could not."""

    rows: list[Row] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


READ: dict[Key, Callable[[Any], Any]] = {
    Key.CODE: lambda value: cells.text(value).upper(),
    Key.PERSONAL: cells.personal_number,
    Key.RANK: lambda value: cells.one_of(value, columns.RANKS),
    Key.IS_HEAD: cells.yes,
    Key.HOLDERS: cells.count,
    Key.DUTIES: lambda value: cells.several_of(value, columns.DUTIES),
    Key.KIND: lambda value: cells.one_of(value, columns.KINDS, also=columns.SHORTER),
    Key.FIRST: cells.day,
    Key.LAST: cells.day,
    Key.SIGNED: cells.day,
    Key.POST: lambda value: _post(cells.text(value)),
}
"""How each column is read; all others are words."""


def read(content: IO[bytes]) -> Said:
    """The rows of the one sheet of staff; raises WorkbookRefused for what is no workbook."""
    return _read(reading.read(content))


def _read(sheets: Sequence[Sheet]) -> Said:
    hidden = [heads.hidden_sheet(each) for each in sheets if each.is_hidden]
    shown = [each for each in sheets if not each.is_hidden]
    found = [(sheet, at) for sheet in shown if (at := heads.heads_at(sheet)) is not None]
    if len(found) != 1:
        return Said(problems=[*hidden, *_not_one_of(found, hidden)])
    said = _said(*found[0])
    said.problems = [*hidden, *said.problems]
    return said


def _not_one_of(
    found: Sequence[tuple[Sheet, int]], hidden: Sequence[RowProblem]
) -> list[RowProblem]:
    """That no sheet has the heads is said where none is hidden: it may be that one."""
    return [] if hidden and not found else [heads.not_one(found)]


def _said(sheet: Sheet, at: int) -> Said:
    first, *lines = sheet.lines[at:]
    there = heads.of_columns(first)
    said = Said(problems=_of_sheet(sheet, there))
    for line in lines:
        if heads.says_nothing(line):
            continue
        row = Row(line.number, unclear=set(there.lacking))
        said.problems += [*heads.of_line(line, there), *_fill(row, line, there.places)]
        said.rows.append(row)
    if not said.rows:
        said.problems.append(
            RowProblem(_("Không có dòng nào dưới các tiêu đề. Hãy điền ít nhất một dòng."))
        )
    return said


def _of_sheet(sheet: Sheet, there: Heads) -> list[RowProblem]:
    return [
        *there.problems,
        *heads.hidden_columns(sheet, there.places),
        *heads.beyond(sheet, there),
        *heads.merged(sheet, there.line),
    ]


def _fill(row: Row, line: Line, places: dict[int, Column]) -> Iterator[RowProblem]:
    for place, column in places.items():
        try:
            value = READ.get(column.key, cells.text)(line.values.get(place))
            _refuse_long(value, column)
        except Unclear as unclear:
            row.unclear.add(column.key)
            row.is_of_somebody |= column.key in OF_PERSON
            yield RowProblem(str(unclear), row.line, column.head)
            continue
        if column.key is not Key.OFFICE:
            setattr(row, column.key, value)


def _refuse_long(value: object, column: Column) -> None:
    if isinstance(value, str) and len(value) > column.longest:
        said = _("Dài quá %(longest)d chữ. Hãy ghi ngắn lại.")
        raise Unclear(said % {"longest": column.longest})


def _post(words: str) -> int | None:
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or len(words) > 18:
        raise Unclear(
            _("Mã chức danh do cổng ghi, là một số. Hãy giữ như khi xuất, hoặc bỏ trống.")
        )
    return int(words)
