"""How do editors work on many procedures at once? In a workbook: taken out, brought, confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.catalog.exceptions import Refused
from motcua.catalog.http import for_writers
from motcua.catalog.importing import exporting
from motcua.catalog.models import Workbook
from motcua.catalog.recording import recalling
from motcua.catalog.tables import writing
from motcua.catalog.workbook_forms import BringForm, EnterForm, WhichForm
from motcua.organizations.http import Officer
from motcua.periods.clock import today

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ON_A_PAGE = 100
CONFLICT = 409
WITHOUT = "bo-qua"
"""What the address says where somebody wants the workbook without what does not fit."""
AGAIN = 3
"""Seconds after which a page that waits for the worker is asked for again."""


@require_http_methods(["GET", "POST"])
@for_writers
@transaction.atomic
def begin(request: Officer) -> HttpResponse:
    """Take a workbook out, or bring one; it is checked on the next page."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and form.keep(by=request.acting):
        return redirect("catalog_desk:workbook_check")
    return _page(request, form)


def _page(request: Officer, form: BringForm, left: Sequence[str] = ()) -> HttpResponse:
    """``left`` are sentences on what no workbook can hold; the rest is offered without it."""
    shown = {"form": form, "which": WhichForm(request.GET or None), "kept": _kept(request)}
    again = f"{request.GET.urlencode()}&{WITHOUT}=1" if left else ""
    return render(request, "catalog/officer/workbook.html", shown | {"left": left, "again": again})


@require_safe
@for_writers
def take_out(request: Officer) -> HttpResponse:
    """The procedures of today, in the shape in which a workbook comes in."""
    versions = WhichForm(request.GET).versions
    told, left = writing.fitting(map(exporting.raw_of, recalling.records(versions)))
    if left and WITHOUT not in request.GET:
        return _page(request, BringForm(), left)
    response = HttpResponse(writing.book(told), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="thu-tuc-{today():%Y-%m-%d}.xlsx"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "POST"])
@for_writers
def check(request: Officer) -> HttpResponse:
    """What would come of the workbook, row by row; and its confirmation."""
    kept = _kept(request)
    if kept is None:
        return redirect("catalog_desk:workbook")
    form = EnterForm(request.POST or None, kept=kept)
    if request.method == "POST" and form.is_valid():
        return _confirm(request, form)
    return _report(request, form)


def _confirm(request: Officer, form: EnterForm) -> HttpResponse:
    try:
        with transaction.atomic():
            form.confirm(by=request.acting)
    except Refused:
        now = _kept(request)
        if now and (now.is_under_way or now.is_entered):  # a second click
            return redirect("catalog_desk:workbook_check")
        form.add_error(None, _changed())
        return _report(request, form, CONFLICT)
    return redirect("catalog_desk:workbook_check")


def _changed() -> str:
    return _("Bạn vừa tải lên một tệp khác. Hãy xem kết quả của tệp ấy rồi xác nhận.")


def _report(request: Officer, form: EnterForm, status: int = 200) -> HttpResponse:
    kept = form.kept
    told: dict[str, Any] = kept.report
    page = Paginator(told.get("problems", []), ON_A_PAGE).get_page(request.GET.get("trang"))
    shown = {"form": form, "kept": kept, "page": page, "remarks": told.get("remarks", [])}
    answer = render(
        request, "catalog/officer/workbook_check.html", shown | _of_each(told), status=status
    )
    if kept.is_under_way:
        answer["Refresh"] = str(AGAIN)
    return answer


def _of_each(told: dict[str, Any]) -> dict[str, Any]:
    """Which procedures get a draft, which stay as they are."""
    names, waiting = told.get("names", {}), told.get("drafts", {})
    outcomes = told.get("outcomes", {})
    fresh = [code for code, what in outcomes.items() if what != "unchanged"]
    rows = [{"code": code, "name": names[code], "draft": waiting.get(code)} for code in fresh]
    return {"fresh": rows, "unchanged": len(outcomes) - len(fresh)}


def _kept(request: Officer) -> Workbook | None:
    found: Workbook | None = Workbook.objects.filter(person=request.acting.person).first()
    return found
