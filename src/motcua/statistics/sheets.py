"""How do figures leave the house? As CSV that spreadsheets and programs read alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from motcua.ui.sheets import written

from . import columns
from .columns import Column
from .figures import Figures
from .tables import Row

HIDDEN = "*"
MOVED, MOVED_UNRECEIVED = columns.MOVED
COLUMNS = (*columns.COLUMNS, MOVED)
COUNTER = (
    *(column for column in columns.BEFORE_RECEIPT if column.name != "received"),
    MOVED_UNRECEIVED,
)


def of_offices(rows: Iterable[Row], period: str, sector: str, now: datetime) -> str:
    """One line per office."""
    heads = [_("Kỳ"), _("Số liệu đến"), _("Mã cơ quan"), _("Cơ quan"), _("Lĩnh vực")]
    lines = (
        [
            period,
            f"{now:%Y-%m-%dT%H:%M%z}",
            row.identifier,
            row.name,
            sector,
            *_numbers(row.figures, row.hidden),
        ]
        for row in rows
    )
    return written([*heads, *_heads(COLUMNS)], lines)


def of_months(months: Iterable[tuple[date, Figures]], identifier: str, name: str) -> str:
    """One line per month of an office, with what happened before receipt."""
    heads = [_("Tháng"), _("Mã cơ quan"), _("Cơ quan")]
    lines = (
        [f"{month:%Y-%m}", identifier, name, *_numbers(each), *_numbers(each, columns_of=COUNTER)]
        for month, each in months
    )
    return written([*heads, *_heads(COLUMNS), *_heads(COUNTER)], lines)


def _numbers(
    figures: Figures,
    hidden: frozenset[str] = frozenset(),
    columns_of: Sequence[Column] = COLUMNS,
) -> list[str]:
    values = ((each.group in hidden, each.value(figures)) for each in columns_of)
    return [
        HIDDEN if is_hidden else "" if value is None else str(value) for is_hidden, value in values
    ]


def _heads(these: Sequence[Column]) -> list[str]:
    return [str(each.head) for each in these]
