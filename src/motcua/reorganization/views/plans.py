"""Which plans are there, what does each say, and where does it go next?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.filekeeping.exceptions import FileRefused, NotGivenOut
from motcua.filekeeping.http import attached, private
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.reorganization import (
    actions,
    bands,
    hands,
    hindrances,
    lines,
    outcome,
    owners,
    placing,
    saying,
    workflow,
)
from motcua.reorganization.exceptions import MoveRefused
from motcua.reorganization.files import tables
from motcua.reorganization.files.sheet import Sheet
from motcua.reorganization.files.writing import as_yaml
from motcua.reorganization.forms.plan_files import DecisionForm
from motcua.reorganization.forms.plan_moves import VERBS, PlanMoveForm
from motcua.reorganization.http import for_owners, for_planners
from motcua.reorganization.models import Plan, ToPlace, Writing

if TYPE_CHECKING:
    from motcua.reorganization.lines import Counted
    from motcua.reorganization.workflow import Move

PAGE = 50
CONFLICT = 409


@require_safe
@needs_hat
def plans(request: Officer) -> HttpResponse:
    """Every plan, the latest day first; for whoever only has lines, what is theirs."""
    mine = owners.owned(request.acting)
    if not hands.plans(request.acting):
        return _own_plans(request, mine)
    page = Paginator(Plan.objects.latest_first(), PAGE).get_page(request.GET.get("trang"))
    writings = Writing.objects.select_related("plan", "kept_by").defer("text", "problems")[:PAGE]
    waiting = ToPlace.objects.filter(placing.WAITING).count()
    shown = {"page": page, "waiting": waiting, "writings": writings, "owned": mine}
    return render(request, "reorganization/officer/plans/list.html", shown)


def _own_plans(request: Officer, mine: list[owners.Owned]) -> HttpResponse:
    """Plans in which the post has lines; whoever has none finds nothing."""
    past = owners.past(request.acting)[:PAGE]
    if not (mine or past):
        raise Http404
    shown = {"owned": mine, "past": past}
    return render(request, "reorganization/officer/plans/own.html", shown)


@require_safe
@for_owners
def detail(request: Officer, pk: int) -> HttpResponse:
    """The decision, its changes, the chart, and what whoever looks may do now."""
    plan = plan_of(pk)
    counted = lines.counted(plan) if plan.is_planned else []
    context: dict[str, Any] = {
        "plan": plan,
        "own": None,
        "changes": saying.changes(plan),
        "chart": bands.chart(plan) if plan.is_planned else None,
        "counted": counted,
        "moved": outcome.moved(plan) if plan.is_carried_out else [],
        "waiting": outcome.waiting(plan) if plan.is_carried_out else 0,
        "history": plan.events.select_related("person", "post__organization").prefetch_related(
            "post__organization__names"
        ),
    }
    acts = own(request, plan, counted) or _acts(request, plan)
    return render(request, "reorganization/officer/plans/detail.html", context | acts)


def _acts(request: Officer, plan: Plan) -> dict[str, Any]:
    """The moves that are possible now, for whoever plans, and why one is not."""
    against = hindrances.of(plan) if plan.is_carried_out else []
    return {
        "plans": True,
        "hindrances": against,
        "buttons": [each for each in buttons(plan, request) if not (against and each["undoes"])],
        "decision_form": DecisionForm() if plan.is_planned else None,
    }


@require_safe
@for_owners
def file(_request: Officer, pk: int) -> HttpResponse:
    """The plan as the file that says the same."""
    plan = plan_of(pk)
    response = HttpResponse(as_yaml(plan), content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="phuong-an-{plan.pk}.yaml"'
    return response


@require_safe
@for_owners
def table(_request: Officer, pk: int) -> HttpResponse:
    """The plan as a table for a spreadsheet."""
    said = tables.written(Sheet.of(as_yaml(plan_of(pk))))
    response = HttpResponse(said, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="phuong-an-{pk}.csv"'
    return response


def _signed(request: Officer, plan: Plan) -> HttpResponseBase:
    try:
        return private(attached(plan.file, plan.file_name))
    except NotGivenOut as refusal:
        messages.error(request, str(refusal))
        return redirect("plans_desk:detail", plan.pk)


@require_http_methods(["GET", "POST"])
@for_owners
def decision(request: Officer, pk: int) -> HttpResponseBase:
    """The decision as it was signed: read it, or, for whoever plans, keep it with the plan."""
    plan = plan_of(pk)
    if request.method == "GET":
        return _signed(request, plan)
    if not hands.plans(request.acting):
        raise Http404
    form = DecisionForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["file"])))
        return redirect("plans_desk:detail", pk)
    file = form.cleaned_data["file"]
    try:
        actions.keep_decision(plan, file, name=file.name, by=request.acting)
    except (MoveRefused, FileRefused) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã giữ quyết định cùng phương án."))
    return redirect("plans_desk:detail", pk)


@require_http_methods(["GET", "POST"])
@for_planners
def make_move(request: Officer, pk: int, move: Move) -> HttpResponse:
    """Ask for what the move needs, and make it on the plan as the page showed it."""
    plan = plan_of(pk)
    form = PlanMoveForm(request.POST or None, move=move, initial={"revision": plan.revision})
    if request.method == "POST" and form.is_valid():
        try:
            form.make(plan, by=request.acting)
        except MoveRefused as refusal:
            form.add_error(None, refused(refusal))
            return _move_page(request, pk, form, status=CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": move.label})
        return redirect("plans_desk:detail", pk)
    return _move_page(request, pk, form)


def refused(refusal: MoveRefused) -> list[str]:
    """Every sentence of a refusal: an invalid plan has several."""
    return str(refusal).split("\n")


def plan_of(pk: int) -> Plan:
    return get_object_or_404(Plan, pk=pk)


def own(request: Officer, plan: Plan, counted: list[Counted]) -> dict[str, Any]:
    """What whoever does not plan has of a plan: the keys of their lines, and the lines."""
    if hands.plans(request.acting):
        return {}
    keys = owners.keys_of(request.acting, plan)
    return {"own": keys, "mine": [each for each in counted if each.line.key in keys]}


def buttons(plan: Plan, request: Officer) -> list[dict[str, Any]]:
    """Moves in the order of the table; the first that leads on is the filled one."""
    possible = [move for move in plan.moves_for(request.acting) if move in VERBS]
    return [
        {"label": move.label, "address": f"plans_desk:{move.verb}", "leads_on": move in LEADING}
        | {"undoes": move is workflow.UNDO}
        for move in possible
    ]


LEADING = frozenset({workflow.SCHEDULE, workflow.CARRY_OUT})


def _move_page(request: Officer, pk: int, form: PlanMoveForm, status: int = 200) -> HttpResponse:
    """The form on the plan as it is now, even where it just moved on."""
    plan = plan_of(pk)
    may = form.move in plan.moves_for(request.acting)
    against = hindrances.of(plan) if may and form.move is workflow.UNDO else []
    context = {
        "plan": plan,
        "form": form,
        "may": may and not against,
        "hindrances": against,
        **_foreseen(plan, form.move),
    }
    return render(request, "reorganization/officer/plans/move.html", context, status=status)


def _foreseen(plan: Plan, move: Move) -> dict[str, Any]:
    """Before it is carried out: what would move, and what stands in the way."""
    if move is not workflow.CARRY_OUT or not plan.is_scheduled:
        return {}
    counted = lines.counted(plan)
    return {
        "counted": [each for each in counted if each.line.group is lines.Group.WORK and each.count],
        "blocking": [each for each in counted if each.blocks],
        "is_early": today() < plan.day,
    }
