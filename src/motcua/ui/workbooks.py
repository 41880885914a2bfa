"""How does a table leave the house as a spreadsheet? One sheet, every cell text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from motcua.ui import sheets

WIDTH = 28
LONGEST = 32_000
"""Letters that a cell of a spreadsheet holds."""


def written(
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[int] | None = None,
) -> bytes:
    """A workbook of one sheet, written row by row; nothing in it is computed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for at, width in enumerate(widths or [WIDTH] * len(heads), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, head, is_head=True) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(sheet: Any, text: str, *, is_head: bool = False) -> WriteOnlyCell:
    """A cell whose text stays text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", sheets.plain(text))[:LONGEST])
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=is_head)
    return cell
