"""How does a table leave the house as a spreadsheet? Texts are texts, days are days; no formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from motcua.ui import sheets

WIDTH = 28
LONGEST = 32_000
"""Letters that a cell of a spreadsheet holds."""
LAST_CHOICE = 5_000
"""The row down to which a list is offered."""
WRAPPED = Alignment(wrap_text=True, vertical="top")
BOLD, PLAIN = Font(bold=True), Font(bold=False)


Value = str | int | date


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its heads; ``choices`` by number of column are offered as a list there."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def written(
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[int] | None = None,
) -> bytes:
    """A workbook of one sheet, written row by row; nothing in it is computed."""
    return book([Sheet(title, heads, rows, widths or ())])


def book(sheets: Iterable[Sheet]) -> bytes:
    """A workbook of several sheets."""
    whole = Workbook(write_only=True)
    for sheet in sheets:
        _write(whole.create_sheet(sheet.name[:31]), sheet)
    kept = io.BytesIO()
    whole.save(kept)
    return kept.getvalue()


def _write(page: Any, sheet: Sheet) -> None:
    for at, width in enumerate(sheet.widths or [WIDTH] * len(sheet.heads), 1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.freeze_panes = "A2"
    for at, words in sheet.choices.items():
        page.data_validations.append(_choice(at, words))
    page.append([_cell(page, head, is_head=True) for head in sheet.heads])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _choice(column: int, words: Sequence[str]) -> DataValidation:
    """A list to choose from; quotes and commas would end it."""
    letter = get_column_letter(column)
    listed = ",".join(word.replace(",", " ").replace('"', "") for word in words)
    return DataValidation(
        type="list", formula1=f'"{listed}"', sqref=f"{letter}2:{letter}{LAST_CHOICE}"
    )


def _cell(page: Any, value: Value, *, is_head: bool = False) -> WriteOnlyCell:
    """A cell whose text stays text, whatever it begins with."""
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", sheets.plain(value))[:LONGEST]
        cell = WriteOnlyCell(page, text)
        cell.data_type = "s"
    else:
        cell = WriteOnlyCell(page, value)
        cell.number_format = "dd/mm/yyyy" if isinstance(value, date) else "0"
    cell.alignment, cell.font = (WRAPPED, BOLD) if is_head else (WRAPPED, PLAIN)
    return cell
