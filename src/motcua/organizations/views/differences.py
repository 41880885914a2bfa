"""Two days of the apparatus beside each other."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.organizations import asked_day, differences
from motcua.organizations.asked_day import AskedDay
from motcua.organizations.differences import Two
from motcua.periods.clock import today

EVE_OF_TWO_TIERS = "30/06/2025"


@login_not_required
@require_safe
def between_days(request: HttpRequest) -> HttpResponse:
    """Every sort of change with its first few, or one sort page by page."""
    since, until = _asked(request, "tu", EVE_OF_TWO_TIERS), _asked(request, "den", "")
    two = Two.of(since.day, until.day)
    sort = differences.named(request.GET.get("loai", ""))
    if sort:
        changes = [differences.of_sort(sort, two, request.GET.get("trang", "1"))]
    else:
        changes = differences.between(two)
    shown = {
        "since": since,
        "until": until,
        "two": two,
        "sort": sort,
        "changes": changes,
        "total": sum(each.count for each in changes),
        "asked": AskedDay(two.after, is_now=two.after == today()),
        "eve": AskedDay(two.before, is_now=two.before == today()),
    }
    return render(request, "organizations/public/differences.html", shown)


def _asked(request: HttpRequest, name: str, otherwise: str) -> AskedDay:
    return asked_day.read(request.GET.get(name, otherwise))
