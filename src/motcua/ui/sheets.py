"""How does a table leave the house? As CSV that spreadsheets and programs read alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets read Vietnamese letters as something else."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run instead of showing it."""


def written(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """The whole sheet as text; no cell of it is a formula."""
    sheet = io.StringIO()
    rows = csv.writer(sheet)
    rows.writerow(heads)
    rows.writerows([_harmless(cell) for cell in line] for line in lines)
    return BYTE_ORDER_MARK + sheet.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
