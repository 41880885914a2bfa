"""The rehearsal: every line of a plan, its rows, its owner and its tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.organizations.http import Officer
from motcua.reorganization import hands, lines, rehearsal, rehearsal_paper
from motcua.reorganization.exceptions import MoveRefused
from motcua.reorganization.forms.plan_lines import OwnerForm, TickForm
from motcua.reorganization.http import for_owners, for_planners
from motcua.reorganization.lines import Counted, Line
from motcua.reorganization.models import Tick
from motcua.reorganization.views.plans import PAGE, own, plan_of
from motcua.ui import sheets, workbooks

if TYPE_CHECKING:
    from motcua.reorganization.models import Plan

AT_ONCE = 500
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@for_owners
def rehearse(request: Officer, pk: int) -> HttpResponse:
    """Every line as it is now; nothing changes."""
    plan = plan_of(pk)
    counted = lines.counted(plan)
    context: dict[str, Any] = {
        "plan": plan,
        "own": None,
        "blocking": [each for each in counted if each.blocks],
        "groups": _grouped([each for each in counted if not each.blocks]),
        "open": sum(each.is_open for each in counted),
    } | own(request, plan, counted)
    return render(request, "reorganization/officer/plans/rehearse.html", context)


@require_safe
@for_planners
def report(request: Officer, pk: int) -> HttpResponse:
    """The rehearsal of this moment on paper."""
    printed_by = request.acting.organization
    if printed_by is None:  # whoever plans has a post
        raise Http404
    content = rehearsal_paper.paper(plan_of(pk), printed_by)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="phuong-an-{pk}-chay-thu.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
@for_owners
def line(request: Officer, pk: int, key: str) -> HttpResponse:
    """What one line counts, row by row, and who sees to it."""
    return _line_page(request, plan_of(pk), _line(key))


@require_safe
@for_owners
def sheet(_request: Officer, pk: int, key: str, ending: str) -> HttpResponse:
    """All rows of a line, to be taken away."""
    plan, found = plan_of(pk), _line(key)
    heads, rows = [str(head) for head in found.heads], _all_cells(plan, found)
    name = f"phuong-an-{plan.pk}-{key}.{ending}"
    if ending == "xlsx":
        response = HttpResponse(workbooks.written(key, heads, rows), content_type=SHEET)
    else:
        response = HttpResponse(sheets.written(heads, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@for_planners
def assign(request: Officer, pk: int, key: str) -> HttpResponse:
    """Give a line to a post."""
    plan, found, form = plan_of(pk), _line(key), OwnerForm(request.POST)
    if not form.is_valid():
        return _line_page(request, plan, found, owner=form)
    try:
        rehearsal.assign(plan, found, owner=form.cleaned_data["owner"], by=request.acting)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã ghi chức vụ phụ trách."))
    return redirect("plans_desk:line", pk, key)


@require_POST
@for_owners
def tick(request: Officer, pk: int, key: str) -> HttpResponse:
    """Say that a line is settled."""
    plan, found, form = plan_of(pk), _line(key), TickForm(request.POST)
    if not form.is_valid():
        return _line_page(request, plan, found, tick=form)
    try:
        rehearsal.tick(plan, found, **form.cleaned_data, by=request.acting)
    except MoveRefused as refusal:
        form.add_error(None, str(refusal))
        return _line_page(request, plan_of(pk), found, tick=form, status=409)
    messages.success(request, _("Đã xác nhận: %s") % found.label)
    return redirect("plans_desk:rehearse", pk)


@require_POST
@for_owners
def untick(request: Officer, pk: int, key: str) -> HttpResponse:
    """Open a line again."""
    try:
        rehearsal.untick(plan_of(pk), _line(key), by=request.acting)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("plans_desk:line", pk, key)


def _line(key: str) -> Line:
    found = lines.known(key)
    if found is None:
        raise Http404
    return found


def _line_page(
    request: Officer, plan: Plan, found: Line, status: int = 200, **forms: Any
) -> HttpResponse:
    said = lines.told(Tick.objects.filter(plan=plan, line=found.key))
    counted = Counted(found, found.count(plan), said.first())
    page = Paginator(found.rows(plan), PAGE).get_page(request.GET.get("trang"))
    cells = zip(found.cells(plan, list(page)), page, strict=True)
    address = found.address or (lambda _row: "")
    seen = {"seen": counted.count or 0}
    context = {
        "plan": plan,
        "each": counted,
        "page": page,
        "rows": [
            (address(row), list(zip(found.heads, texts, strict=True))) for texts, row in cells
        ],
        "tick_form": forms.get("tick") or TickForm(initial=seen),
        "seen": counted.count or 0,
        "kept_note": _kept_note(forms.get("tick"), plan, counted),
    }
    if hands.plans(request.acting):
        context["owner_form"] = forms.get("owner") or OwnerForm(initial={"owner": counted.owner})
    return render(request, "reorganization/officer/plans/line.html", context, status=status)


def _kept_note(form: TickForm | None, plan: Plan, counted: Counted) -> str:
    """What was typed, where the form that would show it is gone: settled, or the plan went on."""
    is_shown = plan.is_planned and not counted.is_ticked
    return "" if form is None or is_shown else str(form["note"].value() or "")


def _all_cells(plan: Plan, found: Line) -> Iterator[tuple[str, ...]]:
    pages = Paginator(found.rows(plan), AT_ONCE)
    for page in pages:
        yield from found.cells(plan, list(page))


def _grouped(counted: list[Counted]) -> list[tuple[str, list[Counted]]]:
    return [
        (group.label, mine)
        for group in lines.Group
        if (mine := [each for each in counted if each.line.group is group])
    ]
