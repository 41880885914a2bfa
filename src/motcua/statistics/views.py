"""Tình hình xử lý: open to everyone, in figures and never in dossiers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.catalog.models import Sector
from motcua.organizations import addresses, successors
from motcua.organizations.models import Organization
from motcua.periods.clock import day_of
from motcua.tracking.forms import LookUpForm

from . import answers, columns, drawings, figures, forms, sheets, spans, tables
from .drawings import Month
from .forms import TIERS, Asked
from .spans import Span

MONTHS = 13
"""A year, and the same month of the year before."""


@login_not_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every office, or those of one tier, in one period, in all sectors or in one."""
    now, asked, sectors = _asked(request)
    table = tables.of_offices(asked, now)
    shown = {
        "asked": asked,
        "look_up": LookUpForm(auto_id="tra-cuu-%s"),
        "sectors": [(sector.slug, _(sector.name)) for sector in sectors],
        "tiers": [(slug, name) for slug, (_tier, name) in TIERS.items()],
        "subtotals": _subtotals(asked, table),
        "table": table,
        "bars": drawings.offices(table.rows),
        "answers": _answers(asked),
        **_told(asked.span, table.total, now),
        **_by_month(asked.span, now, **_where(asked)),
    }
    return render(request, "statistics/overview.html", shown)


@login_not_required
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The rows of the overview as CSV, small numbers hidden as there."""
    now, asked, _sectors = _asked(request)
    sector = _(asked.sector.name) if asked.sector else _("Tất cả")
    rows = tables.of_offices(asked, now).rows
    sheet = sheets.of_offices(rows, asked.span.slug, sector, timezone.localtime(now))
    return _sheet(sheet, f"tinh-hinh-xu-ly-{asked.span.slug}.csv")


@login_not_required
@require_safe
def office(request: HttpRequest, identifier: str) -> HttpResponse:
    """One office by sector and by month; a closed one answers for its own days."""
    code = addresses.canonical(identifier)
    found = get_object_or_404(Organization, identifier=code)
    if code != identifier:
        return _at_its_address(request, "statistics:office", code)
    now = timezone.now()
    span = spans.asked(request.GET.get("ky", ""), now)
    table, today = tables.of_sectors(found, span, now), day_of(now)
    closed = None if found.holds_on(today) else found.last_day
    shown = {
        "office": found,
        "name": found.name_on(span.last_day(now)),
        "closed": closed,
        "successors": successors.heirs(found, today) if closed else [],
        "table": table,
        "counter": columns.cells(table.total, columns=columns.BEFORE_RECEIPT),
        "answers": answers.rows(span, organization=found.pk),
        **_told(span, table.total, now),
        **_by_month(span, now, organization_id=found.pk),
    }
    return render(request, "statistics/office.html", shown)


def _at_its_address(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """Other spellings of an identifier lead to the one that it has."""
    here, query = reverse(name, args=[code]), request.META.get("QUERY_STRING", "")
    return redirect(f"{here}?{query}" if query else here, permanent=True)


@login_not_required
@require_safe
def office_download(request: HttpRequest, identifier: str) -> HttpResponse:
    """All months of one office as CSV."""
    code = addresses.canonical(identifier)
    found = get_object_or_404(Organization, identifier=code)
    if code != identifier:
        return _at_its_address(request, "statistics:office_download", code)
    months = figures.by_month(timezone.now(), organization_id=found.pk)
    sheet = sheets.of_months(months, identifier, found.name)
    return _sheet(sheet, f"tinh-hinh-xu-ly-{identifier}.csv")


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How is it counted, and what is not shown?"""
    return render(request, "statistics/method.html", {"smallest": settings.SMALLEST_FIGURE_SHOWN})


def _asked(request: HttpRequest) -> tuple[datetime, Asked, list[Sector]]:
    now, sectors = timezone.now(), list(Sector.objects.all())
    return now, forms.asked(request.GET.dict(), sectors, now), sectors


def _told(span: Span, total: figures.Figures, now: datetime) -> dict[str, Any]:
    """The period, the sentence and the choice of periods: on every page."""
    return {
        "span": span,
        "last_day": span.last_day(now),
        "is_over": span.is_over(now),
        "now": now,
        "total": total,
        "choices": spans.choices(now),
        "smallest": settings.SMALLEST_FIGURE_SHOWN,
    }


def _where(asked: Asked) -> dict[str, int]:
    """The same offices and sector, as conditions on the books."""
    where = {"organization__tier": asked.tier, "sector_id": asked.sector_number}
    return {name: value for name, value in where.items() if value is not None}


def _answers(asked: Asked) -> list[answers.Row] | None:
    """Of the same offices; None where one sector or one name is asked for: questions have none."""
    if asked.is_narrow or asked.sector:
        return None
    where = {} if asked.tier is None else {"organization__tier": asked.tier}
    return answers.rows(asked.span, **where)


def _by_month(span: Span, now: datetime, **where: int) -> dict[str, Any]:
    until = day_of(span.ends)
    moved = figures.by_month(now, since=spans.later(until, -MONTHS), **where)
    months = [Month(*each) for each in moved if each[0] < until]
    return {"months": months, "line": drawings.months(months)}


def _subtotals(asked: Asked, table: tables.Table) -> list[tuple[Asked, Any, list[columns.Cell]]]:
    """The tiers, each a door to its own offices; none where one is asked for already."""
    if asked.tier or asked.is_narrow:
        return []
    return [
        (Asked(asked.span, tier, asked.sector), name, columns.cells(table.by_tier[tier]))
        for tier, name in TIERS.values()
        if tier in table.by_tier
    ]


def _sheet(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
