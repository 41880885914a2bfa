"""Which charts stand in a review, made of which figures?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.reorganization.pilot_findings import Findings, columns
from motcua.reorganization.pilot_snapshot import Cell, Half, Month
from motcua.ui import charts


def shown_cells(found: Findings) -> list[tuple[str, Cell]]:
    """Whose outcomes may be drawn: something was decided, and enough of it."""
    named = zip(columns(), found.cells, strict=True)
    return [(name, cell) for name, cell in named if cell.resolved and not found.hides_cell(cell)]


def outcomes(found: Findings) -> SafeString | None:
    """How what was decided stands, here and there, before and since."""
    rows = [_bar(name, cell) for name, cell in shown_cells(found)]
    if not rows:
        return None
    return charts.bars(
        rows,
        title=_("Hồ sơ đã giải quyết: sớm hạn, đúng hạn, quá hạn, trước và sau khi bắt đầu"),
        parts=(_("Sớm hạn"), _("Đúng hạn"), _("Quá hạn")),
        heads=(
            _("Nơi và kỳ"),
            _("Trên 100 hồ sơ đã giải quyết"),
            _("Tỷ lệ quá hạn"),
            _("Đã giải quyết"),
        ),
    )


def _bar(name: str, cell: Cell) -> charts.Row:
    late = number_format(100 * cell.late / cell.resolved, decimal_pos=1)
    resolved = number_format(cell.resolved, force_grouping=True)
    return charts.Row(name, (cell.early, cell.on_time, cell.late), beside=(f"{late}%", resolved))


def months(found: Findings, half: Half, title: str) -> SafeString | None:
    """The share decided in time, month by month, before and since."""
    points = month_points(found, half)
    if sum(point.value is not None for point in points) < 2:
        return None
    return charts.line(points, title=title, unit="%", decimals=1)


def month_points(found: Findings, half: Half) -> Sequence[charts.Point]:
    """A month with few decisions leaves a gap."""
    hidden = found.hidden_months(half)
    return [
        charts.Point(_label(month.first), None if month.first in hidden else _share(month))
        for month in half.months
    ]


def _label(first: str) -> str:
    day = date.fromisoformat(first)
    return f"{day.month}/{day:%y}"


def _share(month: Month) -> float | None:
    return math.floor(1000 * month.in_time / month.resolved) / 10 if month.resolved else None


def month_rows(found: Findings) -> list[tuple[str, str, str]]:
    """Each month with both shares as texts, for the table behind the lines."""
    told = found.snapshot
    here = {p.label: p.value for p in month_points(found, told.concerned)}
    there = {p.label: p.value for p in month_points(found, told.comparison)}
    firsts = sorted({m.first for m in (*told.concerned.months, *told.comparison.months)})
    labels = [_label(first) for first in firsts]
    return [(label, _percent(here.get(label)), _percent(there.get(label))) for label in labels]


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{number_format(value, decimal_pos=1)}%"
