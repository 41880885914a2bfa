"""How do people and posts come in from a spreadsheet? Brought, checked, confirmed; and back out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.periods.clock import today
from motcua.staffing import actions, door
from motcua.staffing.exceptions import DoneBefore, FileRefused, Refused
from motcua.staffing.forms.files import ConfirmForm, FileForm
from motcua.staffing.http import Manager, for_managers
from motcua.staffing.importing import exporting
from motcua.staffing.importing.columns import COLUMNS
from motcua.staffing.models import StaffFile

if TYPE_CHECKING:
    from motcua.staffing.importing.plan import Plan
    from motcua.staffing.models import StaffEvent

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = 200
CONFLICT = 409


@require_http_methods(["GET", "POST"])
@for_managers
def begin(request: Manager) -> HttpResponse:
    """Bring a file; it is checked on the next page."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and form.keep(by=request.acting):
        return redirect("staff_desk:check")
    shown = {"form": form, "columns": COLUMNS, "kept": _kept(request)}
    return render(request, "staffing/officer/import.html", shown)


@require_http_methods(["GET", "POST"])
@for_managers
def check(request: Manager) -> HttpResponse:
    """What would come of the file, row by row; and its confirmation."""
    if door.was_made(request.POST.get("key", "")):
        messages.success(request, str(DoneBefore.message))
        return redirect("staff_desk:posts")
    kept = _kept(request)
    if kept is None:
        return redirect("staff_desk:import")
    plan = actions.check_file(kept.opened, by=request.acting)
    form = ConfirmForm(request.POST or None, kept=kept, plan=plan)
    if request.method == "POST":
        return _confirmed(request, form, kept)
    return _report(request, form, kept, plan)


@require_safe
@for_managers
def template(_request: Manager) -> HttpResponse:
    """An empty spreadsheet to fill in."""
    return _file(exporting.template(), "mau-nhan-su.xlsx")


@require_safe
@for_managers
def present(request: Manager) -> HttpResponse:
    """Who holds which post, in the shape in which a file comes in."""
    return _file(exporting.present(request.houses), f"nhan-su-{today():%Y-%m-%d}.xlsx")


def _confirmed(request: Manager, form: ConfirmForm, kept: StaffFile) -> HttpResponse:
    if not form.is_valid():
        return _report(request, form, kept, form.plan, CONFLICT)
    try:
        event = form.make(by=request.acting)
    except DoneBefore as before:
        messages.success(request, str(before))
    except FileRefused as refused:
        anew = ConfirmForm(kept=kept, plan=refused.plan)
        messages.error(request, str(refused))
        return _report(request, anew, kept, refused.plan, CONFLICT)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("staff_desk:check")
    else:
        messages.success(request, _outcome(event))
    return redirect("staff_desk:posts")


def _report(
    request: Manager, form: ConfirmForm, kept: StaffFile, plan: Plan, status: int = 200
) -> HttpResponse:
    page = Paginator(plan.problems, PAGE).get_page(request.GET.get("trang"))
    shown: dict[str, Any] = {"form": form, "kept": kept, "plan": plan, "page": page}
    return render(request, "staffing/officer/check.html", shown, status=status)


def _outcome(event: StaffEvent) -> str:
    what = [change.what for change in event.changes.all()]
    told = {each: what.count(each) for each in ("post", "account", "begun")}
    return (
        _(
            "Đã nhập: %(begun)d người được ghi chức vụ, %(post)d chức danh được lập, %(account)d "
            "tài khoản được mở."
        )
        % told
    )


def _kept(request: Manager) -> StaffFile | None:
    found: StaffFile | None = StaffFile.objects.filter(kept_by=request.acting.person).first()
    return found


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
