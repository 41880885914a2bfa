"""What is wrong with a file, in which row and column, and what to do about it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.staffing.importing.columns import COLUMNS

PLACES = {column.head: place for place, column in enumerate(COLUMNS, 1)}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A sentence that ends with the remedy; without ``row`` it is about the whole file."""

    sentence: str
    row: int | None = None
    column: str = ""
    """The head of the column; empty where the row as a whole is meant."""

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.row else self.sentence

    @property
    def where(self) -> str:
        """*Dòng 12, cột Từ ngày*."""
        if self.row is None:
            return _("Cả tệp")
        if not self.column:
            return _("Dòng %(row)d") % {"row": self.row}
        return _("Dòng %(row)d, cột %(column)s") % {"row": self.row, "column": self.column}


def in_order(problems: Iterable[RowProblem]) -> list[RowProblem]:
    """As one reads the file, what concerns it as a whole first, then row by row from column to
    column; each is said once.
    """
    once = dict.fromkeys(problems)
    return sorted(once, key=lambda each: (each.row or 0, PLACES.get(each.column, 0)))
