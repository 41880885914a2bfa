"""Spreadsheets of staff, as somebody fills them in."""

import io

from openpyxl import Workbook

from motcua.staffing.importing.columns import COLUMNS, Key

DECIDED = {
    Key.NUMBER: "214/QĐ-UBND",
    Key.SIGNED: "20/11/2026",
    Key.ISSUER: "Chủ tịch UBND thành phố",
}
DEPUTY = {Key.CODE: "H49.61", Key.TITLE: "Phó Chủ tịch"}
"""The empty post of the town."""
NEW = {
    **DEPUTY,
    **DECIDED,
    Key.NAME: "Lê Thị Mới",
    Key.USERNAME: "moi.honggai",
    Key.EMAIL: "moi@motcua.example",
    Key.KIND: "chính thức",
    Key.FIRST: "01/12/2026",
}


def filled(*rows):
    """A workbook with all columns and these rows, from line 2."""
    book = Workbook()
    page = book.active
    page.append([column.head for column in COLUMNS])
    for row in rows:
        page.append([row.get(column.key) for column in COLUMNS])
    return book


def as_bytes(book):
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def file(*rows):
    return as_bytes(filled(*rows))
