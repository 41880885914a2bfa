"""What stands in a cell of a workbook, in a row, on a sheet?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from openpyxl.utils import get_column_letter

MOST_COLUMNS = 200
"""Further to the right nothing is kept."""


class Trouble(Enum):
    """What is no value."""

    FORMULA = "formula"
    ERROR = "error"


Value = str | int | float | bool | date | datetime | Trouble
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")


@dataclass(slots=True)
class Line:
    """One row that holds something; ``values`` by number of column, from 1."""

    number: int
    is_hidden: bool = False
    values: dict[int, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells made one: all but the first have no value."""

    reference: str
    first_line: int
    last_line: int


@dataclass(slots=True)
class Sheet:
    """One table of the workbook as somebody left it."""

    name: str
    is_hidden: bool = False
    lines: list[Line] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    beyond: dict[int, int] = field(default_factory=dict)
    """Columns too far to the right to be read, each with the last line that says anything."""

    def hides(self, column: int) -> bool:
        return any(column in columns for columns in self.hidden_columns)


def column_of(reference: str) -> int:
    """``C12`` is in column 3; raises ValueError for what is no cell."""
    found = REFERENCE.match(reference)
    if not found:
        raise ValueError(reference)
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number


def merged(reference: str) -> Merged:
    """``A5:A9``; raises ValueError for what is none."""
    first, _colon, last = reference.partition(":")
    ends = [REFERENCE.match(each) for each in (first, last or first)]
    rows = [int(each[2]) for each in ends if each]
    return Merged(reference, rows[0], rows[1])


def letters_of(column: int) -> str:
    """Column 3 is ``C``."""
    return str(get_column_letter(column))


def name_of(column: int, line: int) -> str:
    """``C12``."""
    return f"{letters_of(column)}{line}"
