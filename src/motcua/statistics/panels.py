"""What do the figures say on the front page? Three numbers in one sentence, and their chart."""

from __future__ import annotations

from datetime import date

from django.template import Context
from django.utils import timezone

from motcua.ui.panels import Shown

from . import drawings, figures, spans
from .drawings import Month
from .figures import Figures

YEAR = 12


def front(_page: Context) -> Shown:
    """This year so far (two queries); an empty portal says that it is empty."""
    now = timezone.now()
    year = spans.year_of(now).first
    since = min(year, spans.later(spans.month_of(now).first, 1 - YEAR))
    months = [Month(*each) for each in figures.by_month(now, since=since)]
    return "statistics/front.html", {
        "total": _so_far(months, year),
        "line": drawings.months(months),
        "now": now,
    }


def _so_far(months: list[Month], year: date) -> Figures:
    """Of this year; where nothing has moved in it yet, what it took over."""
    this_year = [month.figures for month in months if month.first >= year]
    if this_year or not months:
        return figures.over(this_year)
    last = months[-1].figures
    left = last.in_process + last.waiting
    return Figures(carried=left, waiting=last.waiting, overdue=last.overdue)


def of_organization(page: Context) -> Shown | None:
    """How an organization handles dossiers, this year so far (one query); nothing without any."""
    organization = page.get("organization")
    if organization is None:
        return None
    now = timezone.now()
    year = spans.year_of(now).first
    months = [
        Month(*each) for each in figures.by_month(now, since=year, organization_id=organization.pk)
    ]
    total = _so_far(months, year)
    if total.is_empty:
        return None
    return "statistics/of_organization.html", {"total": total, "office": organization, "now": now}
