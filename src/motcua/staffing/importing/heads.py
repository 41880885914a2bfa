"""Which columns has the sheet, and what of it would nobody see who looks at it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.utils.translation import gettext as _

from motcua.search.folding import fold
from motcua.staffing.importing import columns
from motcua.staffing.importing.columns import BY_HEAD, NEEDED, Column, Key
from motcua.staffing.importing.problems import RowProblem
from motcua.ui.xlsx.cells import MOST_COLUMNS, Line, Sheet, Trouble, letters_of, name_of

SEARCHED = 10
"""Among so many first lines the heads are looked for: a title may stand above them."""
NAMED = 8
"""So many columns are named one by one."""


@dataclass(slots=True)
class Heads:
    """The columns of a sheet by place, and what is wrong with its heads."""

    line: int
    places: dict[int, Column] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    """Places under a head that means nothing: the head has its sentence, not each cell."""
    lacking: set[Key] = field(default_factory=set)
    """Needed columns that are not there, or stand under a mistyped head."""
    problems: list[RowProblem] = field(default_factory=list)


def heads_at(sheet: Sheet) -> int | None:
    for at, line in enumerate(sheet.lines[:SEARCHED]):
        heads = {_key(each) for each in line.values.values()}
        if {Key.CODE, Key.TITLE} <= heads:
            return at
    return None


def _key(value: object) -> Key | None:
    column = BY_HEAD.get(_folded(value))
    return column.key if column else None


def not_one(found: Sequence[tuple[Sheet, int]]) -> RowProblem:
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


def hidden_sheet(sheet: Sheet) -> RowProblem:
    said = _("Trang tính “%(name)s” đang bị ẩn. Hãy cho hiện lại để kiểm tra, hoặc xóa đi.")
    return RowProblem(said % {"name": sheet.name[:60]})


def of_columns(line: Line) -> Heads:
    """What stands under a wrong head is not read; everything else of its rows still is."""
    heads = Heads(line.number)
    meant = set()
    for place, value in line.values.items():
        column = BY_HEAD.get(_folded(value))
        if column and column not in heads.places.values():
            heads.places[place] = column
            continue
        near = None if column else _near(value)
        meant |= {near.key} if near else set()
        heads.strange.add(place)
        heads.problems.append(_wrong_head(str(value), line.number, known=column, near=near))
    there = {each.key for each in heads.places.values()}
    heads.lacking = (meant | NEEDED) - there
    heads.problems += _missing(NEEDED - there - meant)
    return heads


def _missing(keys: frozenset[Key]) -> Iterator[RowProblem]:
    if keys:
        said = _("Thiếu cột: %(heads)s. Hãy thêm đủ các cột này, theo tệp mẫu.")
        heads_in_order = [column.head for column in columns.COLUMNS if column.key in keys]
        yield RowProblem(said % {"heads": ", ".join(heads_in_order)})


def _wrong_head(word: str, line: int, *, known: Column | None, near: Column | None) -> RowProblem:
    if known:
        said = _("Cột “%(head)s” có hai lần. Hãy bỏ một.")
        return RowProblem(said % {"head": known.head}, line)
    if near:
        said = _("Không có cột “%(word)s”. Có phải “%(near)s”? Hãy sửa tiêu đề.")
        return RowProblem(said % {"word": word[:60], "near": near.head}, line)
    said = _("Không có cột “%(word)s”. Hãy xóa cột này, hoặc đặt tiêu đề theo tệp mẫu.")
    return RowProblem(said % {"word": word[:60]}, line)


def _near(value: object) -> Column | None:
    found = get_close_matches(_folded(value), BY_HEAD, n=1, cutoff=0.75)
    return BY_HEAD[found[0]] if found else None


def _folded(value: object) -> str:
    return fold(" ".join(str(value).split()))


def beyond(sheet: Sheet, heads: Heads) -> Iterator[RowProblem]:
    """What stands too far to the right is never read: somebody may think that it is."""
    far = sorted(column for column, line in sheet.beyond.items() if line >= heads.line)
    if not far:
        return
    said = _(
        "Có dữ liệu ở cột %(columns)s, nằm ngoài %(most)d cột đầu nên cổng không đọc. Hãy xóa các "
        "cột này, hoặc chuyển vào cột có tiêu đề."
    )
    names = ", ".join(letters_of(column) for column in far[:NAMED])
    names += "…" if len(far) > NAMED else ""
    yield RowProblem(said % {"columns": names, "most": MOST_COLUMNS})


def hidden_columns(sheet: Sheet, places: dict[int, Column]) -> Iterator[RowProblem]:
    for place, column in places.items():
        if sheet.hides(place):
            said = _("Cột “%(head)s” đang bị ẩn. Hãy cho hiện lại để kiểm tra, hoặc xóa đi.")
            yield RowProblem(said % {"head": column.head})


def merged(sheet: Sheet, heads: int) -> Iterator[RowProblem]:
    """A title above the heads may be one."""
    for each in (each for each in sheet.merged if each.last_line >= heads):
        said = _(
            "Các ô %(cells)s đang gộp làm một. Hãy bỏ gộp ô (Unmerge Cells) và điền đủ từng ô."
        )
        yield RowProblem(said % {"cells": each.reference}, each.first_line)


def of_line(line: Line, heads: Heads) -> Iterator[RowProblem]:
    if line.is_hidden:
        said = _("Dòng này đang bị ẩn. Hãy cho hiện lại (bỏ bộ lọc) để kiểm tra, hoặc xóa đi.")
        yield RowProblem(said, line.number)
    for place, value in line.values.items():
        if (
            place not in heads.places
            and place not in heads.strange
            and value not in ("", Trouble.ERROR)
        ):
            said = _("Ô %(cell)s nằm ngoài các cột có tiêu đề. Hãy xóa ô này.")
            yield RowProblem(said % {"cell": name_of(place, line.number)}, line.number)


def says_nothing(line: Line) -> bool:
    return not any(str(value).strip("\u200b\ufeff \t\n\xa0") for value in line.values.values())
