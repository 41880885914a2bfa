"""Which sheets has a workbook? ``read`` tells, or says why it is not read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from motcua.ui.xlsx import exceptions, sheets
from motcua.ui.xlsx.cells import Sheet
from motcua.ui.xlsx.package import Package, refusing
from motcua.ui.xlsx.sheets import TRUE, Known

BOOK, STYLES, TEXTS, PAGE = "/officeDocument", "/styles", "/sharedStrings", "/worksheet"
"""How the kinds of relationships end, in both dialects of the standard (ISO/IEC 29500)."""
DAYS_IN_ASIA = frozenset([*range(27, 37), *range(50, 59)])
"""Numbers of formats of days that the standard keeps for East Asian programs."""


def read(content: IO[bytes]) -> list[Sheet]:
    """Every sheet with its lines; raises WorkbookRefused."""
    package = Package(content)
    with refusing():
        return list(_sheets(package))


def _sheets(package: Package) -> Iterator[Sheet]:
    book_at = next(iter(_related(package, "", BOOK).values()), "")
    book = package.tree(book_at)
    known = _known(package, book_at, book)
    pages = _related(package, book_at, PAGE)
    for each in _named(book, "sheet"):
        at = pages.get(_attribute(each, "id"))
        if at is None:
            continue  # a sheet that is only a chart
        sheet = Sheet(each.get("name", ""), each.get("state", "visible") != "visible")
        sheets.run(sheets.without_empty(package.chunks(at)), sheets.Lines(sheet, known))
        yield sheet


def _known(package: Package, book_at: str, book: Any) -> Known:
    texts = sheets.Texts()
    for at in _related(package, book_at, TEXTS).values():
        sheets.run(package.chunks(at), texts)
    styles = next(iter(_related(package, book_at, STYLES).values()), None)
    return Known(
        texts.found,
        frozenset(_day_styles(package.tree(styles)) if styles else ()),
        _epoch(book),
    )


def _epoch(book: Any) -> datetime:
    from_1904 = any(each.get("date1904") in TRUE for each in _named(book, "workbookPr"))
    epoch: datetime = CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900
    return epoch


def _day_styles(styles: Any) -> Iterator[int]:
    """Places in the list of cell formats at which a number is shown as a day."""
    own = {int(each.get("numFmtId")): each.get("formatCode") for each in _named(styles, "numFmt")}
    formats = BUILTIN_FORMATS | own
    for group in _named(styles, "cellXfs"):
        for place, each in enumerate(group):
            number = int(each.get("numFmtId", 0))
            if number in DAYS_IN_ASIA or is_date_format(formats.get(number)):
                yield place


def _related(package: Package, of: str, kind: str) -> dict[str, str]:
    """Where the parts of a kind are to which ``of`` leads, by their keys there."""
    folder, name = posixpath.split(of)
    found = package.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    parts = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
        for each in found
        if each.get("Type", "").endswith(kind) and each.get("TargetMode") != "External"
    }
    if any(at.lstrip("/") not in package for at in parts.values()):
        raise exceptions.Broken
    return {key: at.lstrip("/") for key, at in parts.items()}


def _named(tree: Any, name: str) -> Iterator[Any]:
    """Elements by name, in both dialects."""
    return (each for each in tree.iter() if each.tag.rpartition("}")[2] == name)


def _attribute(element: Any, name: str) -> str:
    found = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))
