"""What does each row of the file say? Every cell that cannot be understood is named at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import IO, Any

from django.utils.translation import gettext as _

from motcua.search.folding import fold
from motcua.staffing.importing import cells, columns
from motcua.staffing.importing.cells import Unclear
from motcua.staffing.importing.columns import BY_HEAD, NEEDED, Column, Key
from motcua.staffing.importing.problems import RowProblem
from motcua.staffing.terms import Decision
from motcua.ui.xlsx import reading
from motcua.ui.xlsx.cells import Line, Sheet, Trouble, name_of

SEARCHED = 10
"""Among so many first lines the heads are looked for: a title may stand above them."""


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

    @property
    def has_person(self) -> bool:
        return bool(self.full_name or self.username or self.email or self.personal_number)

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
    hidden = [_hidden_sheet(each) for each in sheets if each.is_hidden]
    shown = [each for each in sheets if not each.is_hidden]
    found = [(sheet, at) for sheet in shown if (at := _heads_at(sheet)) is not None]
    if len(found) != 1:
        return Said(problems=[*hidden, *_not_one_of(found, hidden)])
    sheet, at = found[0]
    places, problems = _columns(sheet.lines[at])
    if problems:
        return Said(problems=[*hidden, *problems])
    said = _said(sheet, at, places)
    said.problems = [*hidden, *said.problems]
    return said


def _not_one_of(
    found: Sequence[tuple[Sheet, int]], hidden: Sequence[RowProblem]
) -> list[RowProblem]:
    """That no sheet has the heads is said where none is hidden: it may be that one."""
    return [] if hidden and not found else [_not_one(found)]


def _said(sheet: Sheet, at: int, places: dict[int, Column]) -> Said:
    heads, *lines = sheet.lines[at:]
    said = Said(problems=[*_hidden_columns(sheet, places), *_merged(sheet, heads.number)])
    for line in lines:
        if _says_nothing(line):
            continue
        row = Row(line.number)
        said.problems += [*_of_line(line, places), *_fill(row, line, places)]
        said.rows.append(row)
    if not said.rows:
        said.problems.append(
            RowProblem(_("Không có dòng nào dưới các tiêu đề. Hãy điền ít nhất một dòng."))
        )
    return said


def _fill(row: Row, line: Line, places: dict[int, Column]) -> Iterator[RowProblem]:
    for place, column in places.items():
        try:
            value = READ.get(column.key, cells.text)(line.values.get(place))
        except Unclear as unclear:
            yield RowProblem(str(unclear), row.line, column.head)
            continue
        if isinstance(value, str) and len(value) > column.longest:
            said = _("Dài quá %(longest)d chữ. Hãy ghi ngắn lại.")
            yield RowProblem(said % {"longest": column.longest}, row.line, column.head)
        elif column.key is not Key.OFFICE:
            setattr(row, column.key, value)


def _post(words: str) -> int | None:
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or len(words) > 18:
        raise Unclear(
            _("Mã chức danh do cổng ghi, là một số. Hãy giữ như khi xuất, hoặc bỏ trống.")
        )
    return int(words)


# --- The sheet ------------------------------------------------------------------------------------


def _heads_at(sheet: Sheet) -> int | None:
    for at, line in enumerate(sheet.lines[:SEARCHED]):
        heads = {_key(each) for each in line.values.values()}
        if {Key.CODE, Key.TITLE} <= heads:
            return at
    return None


def _key(value: object) -> Key | None:
    column = BY_HEAD.get(fold(" ".join(str(value).split())))
    return column.key if column else None


def _not_one(found: Sequence[tuple[Sheet, int]]) -> RowProblem:
    if found:
        said = _("Có %(count)d trang tính cùng ghi nhân sự: %(names)s. Hãy chỉ giữ một.")
        names = ", ".join(f"“{sheet.name}”" for sheet, _at in found)
        return RowProblem(said % {"count": len(found), "names": names})
    return RowProblem(
        _(
            "Không tìm thấy dòng tiêu đề có “Mã cơ quan” và “Chức danh”. Hãy dùng tệp mẫu, hoặc "
            "danh sách xuất từ cổng."
        )
    )


def _hidden_sheet(sheet: Sheet) -> RowProblem:
    said = _("Trang tính “%(name)s” đang bị ẩn. Hãy cho hiện lại để kiểm tra, hoặc xóa đi.")
    return RowProblem(said % {"name": sheet.name[:60]})


def _columns(heads: Line) -> tuple[dict[int, Column], list[RowProblem]]:
    places: dict[int, Column] = {}
    problems = []
    for place, value in heads.values.items():
        column = BY_HEAD.get(fold(" ".join(str(value).split())))
        if column is None or column in places.values():
            problems.append(_wrong_head(str(value), heads.number, known=column))
        else:
            places[place] = column
    missing = [key for key in NEEDED if key not in {each.key for each in places.values()}]
    if missing:
        said = _("Thiếu cột: %(heads)s. Hãy thêm đủ các cột này, theo tệp mẫu.")
        heads_in_order = [column.head for column in columns.COLUMNS if column.key in missing]
        problems.append(RowProblem(said % {"heads": ", ".join(heads_in_order)}))
    return places, problems


def _wrong_head(word: str, line: int, *, known: Column | None) -> RowProblem:
    if known:
        said = _("Cột “%(head)s” có hai lần. Hãy bỏ một.")
        return RowProblem(said % {"head": known.head}, line)
    near = get_close_matches(fold(word), BY_HEAD, n=1, cutoff=0.6)
    if near:
        said = _("Không có cột “%(word)s”. Có phải “%(near)s”? Hãy sửa tiêu đề.")
        return RowProblem(said % {"word": word[:60], "near": BY_HEAD[near[0]].head}, line)
    said = _("Không có cột “%(word)s”. Hãy xóa cột này, hoặc đặt tiêu đề theo tệp mẫu.")
    return RowProblem(said % {"word": word[:60]}, line)


def _hidden_columns(sheet: Sheet, places: dict[int, Column]) -> Iterator[RowProblem]:
    for place, column in places.items():
        if sheet.hides(place):
            said = _("Cột “%(head)s” đang bị ẩn. Hãy cho hiện lại để kiểm tra, hoặc xóa đi.")
            yield RowProblem(said % {"head": column.head})


def _merged(sheet: Sheet, heads: int) -> Iterator[RowProblem]:
    """A title above the heads may be one."""
    for each in (each for each in sheet.merged if each.last_line >= heads):
        said = _(
            "Các ô %(cells)s đang gộp làm một. Hãy bỏ gộp ô (Unmerge Cells) và điền đủ từng ô."
        )
        yield RowProblem(said % {"cells": each.reference}, each.first_line)


def _of_line(line: Line, places: dict[int, Column]) -> Iterator[RowProblem]:
    if line.is_hidden:
        said = _("Dòng này đang bị ẩn. Hãy cho hiện lại (bỏ bộ lọc) để kiểm tra, hoặc xóa đi.")
        yield RowProblem(said, line.number)
    for place, value in line.values.items():
        if place not in places and value not in ("", Trouble.ERROR):
            said = _("Ô %(cell)s nằm ngoài các cột có tiêu đề. Hãy xóa ô này.")
            yield RowProblem(said % {"cell": name_of(place, line.number)}, line.number)


def _says_nothing(line: Line) -> bool:
    return not any(str(value).strip("\u200b\ufeff \t\n\xa0") for value in line.values.values())
