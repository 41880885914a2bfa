"""How many came? Open to everyone, like the counters in the foot."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.periods import clock
from motcua.ui import charts, sheets
from motcua.visits import figures, readings
from motcua.visits.figures import Visits

SPANS = (30, 90)
"""Days that the page can show."""
LINE = 2
"""Points that a line takes."""


@login_not_required
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Totals, days and months, each as a chart with its table, and how it is counted."""
    return render(request, "visits/statistics.html", _shown(_span(request)))


def _span(request: HttpRequest) -> int:
    asked = request.GET.get("ngay", "")
    return next((days for days in SPANS if str(days) == asked), SPANS[0])


def _shown(span: int) -> dict[str, Any]:
    today, everything = clock.today(), figures.all_days()
    days, months = figures.last_days(everything, today, span), figures.by_month(everything)
    return {
        "span": span,
        "spans": SPANS,
        "facts": _facts(everything, months, today),
        "days": days,
        "days_chart": _chart(days[:-1], _("Lượt truy cập mỗi ngày"), "%d/%m"),
        "months": months[-figures.MONTHS :],
        "months_chart": _chart(_whole(months, today), _("Lượt truy cập mỗi tháng"), "%m/%y"),
    }


def _facts(days: list[Visits], months: list[Visits], today: date) -> list[tuple[str, str, str]]:
    now = readings.last()
    today_only = [each for each in days if each.day == today]
    return [
        (_("Tổng lượt truy cập"), _number(figures.views(months)), _since(days)),
        (_("Tháng này"), _number(figures.views(m for m in months if m.day == _month(today))), ""),
        (_("Hôm nay"), _number(figures.views(today_only)), ""),
        (_("Người truy cập hôm nay"), _number(figures.visitors(today_only)), _("ước tính")),
        (_("Trực tuyến"), _number(now.here) if now and now.is_fresh else "–", _("5 phút qua")),
    ]


@login_not_required
@require_safe
def download(request: HttpRequest, by: str) -> HttpResponse:
    """All of it, by day or by month, for a spreadsheet."""
    days = figures.all_days()
    match by:
        case "ngay":
            return _file(by, _("Ngày"), [(f"{each.day:%Y-%m-%d}", each) for each in days])
        case "thang":
            months = figures.by_month(days)
            return _file(by, _("Tháng"), [(f"{each.day:%Y-%m}", each) for each in months])
    raise Http404


def _file(by: str, heading: str, rows: list[tuple[str, Visits]]) -> HttpResponse:
    heads = [heading, _("Lượt truy cập"), _("Người truy cập trong ngày (ước tính)")]
    lines = ((when, str(each.views), str(each.visitors)) for when, each in rows)
    answer = HttpResponse(sheets.written(heads, lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="truy-cap-theo-{by}.csv"'
    return answer


def _since(days: list[Visits]) -> str:
    return _("từ %(day)s") % {"day": f"{days[0].day:%d/%m/%Y}"} if days else ""


def _month(day: date) -> date:
    return day.replace(day=1)


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)


def _whole(months: list[Visits], today: date) -> list[Visits]:
    """Those that are over."""
    return [each for each in months if each.day < _month(today)][-figures.MONTHS :]


def _chart(visits: list[Visits], title: str, label: str) -> SafeString | str:
    """A line over what is over: a day that has only begun would look like a fall."""
    if len(visits) < LINE:
        return ""
    points = [charts.Point(f"{each.day:{label}}", each.views) for each in visits]
    return charts.line(points, title=title)
