"""How do several tables leave the house as one? As an OpenDocument spreadsheet (ISO/IEC 26300).

Every text is a cell of text and begins no formula, also after somebody saves it as CSV; a number is
a number that can be added up.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from odfdo import Cell, Column, Document, Row, Style, Table

from motcua.ui.sheets import plain

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
UNSPEAKABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
NOT_IN_A_NAME = re.compile(r"[\[\]*?:/\\']")
LONGEST_NAME = 31
HEAD, WRAPPED = "motcua-head", "motcua-text"

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its heads; ``widths`` in centimeters, the last one for all that follow."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[float] = (6.0, 3.5)


def ods(title: str, sheets: Iterable[Sheet], made_at: datetime) -> bytes:
    """The file; the same tables of the same moment give the same one."""
    book = Document("spreadsheet")
    book.body.clear()
    book.insert_style(_style(HEAD, bold=True), automatic=True)
    book.insert_style(_style(WRAPPED), automatic=True)
    for number, sheet in enumerate(sheets):
        book.body.append(_table(book, number, sheet))
    meta = book.meta
    meta.title, meta.language = title, get_language() or "vi"
    meta.creation_date = meta.date = made_at.replace(tzinfo=None, microsecond=0)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _table(book: Document, number: int, sheet: Sheet) -> Table:
    name = NOT_IN_A_NAME.sub(" ", sheet.name)[:LONGEST_NAME]
    table = Table(name)
    table.append_row(_row(sheet.heads, HEAD))
    for row in sheet.rows:
        table.append_row(_row(row, WRAPPED))
    for place in range(len(sheet.heads)):
        width = sheet.widths[min(place, len(sheet.widths) - 1)]
        wide = Style("table-column", name=f"motcua-{number}-{place}", width=f"{width}cm")
        table.set_column(place, Column(style=book.insert_style(wide, automatic=True)))
    return table


def _row(values: Sequence[Value], style: str) -> Row:
    row = Row()
    for value in values:
        row.append_cell(_cell(value, style))
    return row


def _cell(value: Value, style: str) -> Cell:
    text = UNSPEAKABLE.sub("", plain(value)) if isinstance(value, str) else value
    return Cell(text, style=style)


def _style(name: str, *, bold: bool = False) -> Style:
    style = Style("table-cell", name=name)
    style.set_properties(
        {"fo:wrap-option": "wrap", "style:vertical-align": "top"}, area="table-cell"
    )
    if bold:
        style.set_properties({"fo:font-weight": "bold"}, area="text")
    return style
