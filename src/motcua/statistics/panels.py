"""What do the figures say on the front page? Three numbers in one sentence, and their chart."""

from __future__ import annotations

from django.template import Context
from django.utils import timezone

from motcua.ui.panels import Shown

from . import drawings, figures, spans
from .drawings import Month

YEAR = 12


def front(_page: Context) -> Shown:
    """This year so far (two queries); an empty portal says that it is empty."""
    now = timezone.now()
    total = figures.together(spans.year_of(now), now)
    months = [Month(*each) for each in figures.by_month(now)][-YEAR:]
    return "statistics/front.html", {"total": total, "line": drawings.months(months), "now": now}
