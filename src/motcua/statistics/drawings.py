"""Which charts stand on a page, made of which figures?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.ui import charts

from . import columns
from .columns import Cell
from .figures import Figures
from .tables import Row

MOST = 15
"""More bars than this are a table, and the table stands below."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the table behind a line."""

    first: date
    figures: Figures

    @property
    def cells(self) -> list[Cell]:
        return columns.cells(self.figures)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart and how many it leaves out."""

    chart: SafeString
    shown: int
    of: int

    @property
    def leaves_some_out(self) -> bool:
        return self.shown < self.of


def offices(rows: Iterable[Row]) -> Drawn | None:
    """How each office's resolved dossiers stand; those with most overdue ones first."""
    told = [row for row in rows if row.shows_outcomes]
    if not told:
        return None
    chart = charts.bars(
        [_bar(row) for row in told[:MOST]],
        title=_("Tỷ lệ sớm hạn, đúng hạn, quá hạn theo cơ quan, quá hạn nhiều nhất lên đầu"),
        parts=(_("Sớm hạn"), _("Đúng hạn"), _("Quá hạn")),
        heads=(
            _("Cơ quan"),
            _("Trên 100 hồ sơ đã giải quyết"),
            _("Tỷ lệ quá hạn"),
            _("Hồ sơ quá hạn"),
        ),
    )
    return Drawn(chart, min(len(told), MOST), len(told))


def _bar(row: Row) -> charts.Row:
    late = row.figures.late
    share = 100 * late / row.figures.resolved
    texts = (f"{number_format(share, decimal_pos=1)}%", number_format(late, force_grouping=True))
    parts = (row.figures.early, row.figures.on_time, late)
    return charts.Row(row.name, parts, row.address, texts)


def months(these: Sequence[Month]) -> SafeString | None:
    """The share resolved in time, month by month."""
    if not any(month.figures.resolved for month in these):
        return None
    points = [charts.Point(f"{month.first.month}", month.figures.share) for month in these]
    return charts.line(points, title=_("Tỷ lệ đúng hạn theo tháng"), unit="%", decimals=1)
