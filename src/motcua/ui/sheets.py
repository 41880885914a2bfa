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
    """The table with its heads; no cell begins a formula."""
    sheet = io.StringIO()
    table = csv.writer(sheet)
    table.writerow(heads)
    table.writerows([plain(text) for text in line] for line in lines)
    return BYTE_ORDER_MARK + sheet.getvalue()


def plain(text: str) -> str:
    """The text as a cell shows it, and never as something to compute.

    >>> plain("=HYPERLINK(A1)")
    "'=HYPERLINK(A1)"
    """
    return f"'{text}" if text.startswith(FORMULA) else text
