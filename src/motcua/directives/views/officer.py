"""What an officer sees of tasks and does with them, in the post that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.directives import inbox as desk_inbox
from motcua.directives import owners, queues, tables
from motcua.directives.exceptions import Refused
from motcua.directives.forms.desk import InboxForm
from motcua.directives.forms.moves import FORMS, MoveForm
from motcua.directives.http import sheet
from motcua.directives.models import Evidence, Task
from motcua.filekeeping.exceptions import FileRefused, NotGivenOut
from motcua.filekeeping.http import attached, private
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.directives.workflow import Move

CONFLICT = 409
MOST_LINES = 5000


@require_safe
@needs_hat
def inbox(request: Officer) -> HttpResponse:
    """What waits for the post that is chosen, the nearest day first; other heaps beside it."""
    form = InboxForm(request.GET)
    asked, acting, day, calendar = form.asked, request.acting, today(), working_calendar()
    context = {
        "form": form,
        "asked": asked,
        "counted": queues.counted(acting, asked.queue, day, calendar),
        "inbox": desk_inbox.opened(asked, acting, day, calendar),
    }
    return render(request, "directives/officer/inbox.html", context)


@require_safe
@needs_hat
def red_list(request: Officer) -> HttpResponse:
    """Late tasks by organization and one by one, the most days late first."""
    form, acting, day = InboxForm(request.GET), request.acting, today()
    offices = tables.offices(Task.objects.handled_by(acting), day)
    asked = desk_inbox.Asked(
        queues.RED, organization=form.asked.organization, after=form.asked.after
    )
    context = {
        "asked": asked,
        "offices": offices,
        "chosen": next((o for o in offices if o.identifier == asked.organization), None),
        "late": sum(office.counts["overdue"] for office in offices),
        "inbox": desk_inbox.opened(asked, acting, day, working_calendar()),
        "day": day,
    }
    return render(request, "directives/officer/red_list.html", context)


@require_safe
@needs_hat
def download(request: Officer) -> HttpResponse:
    """What the list shows, all of it, as CSV."""
    asked, acting, day = InboxForm(request.GET).asked, request.acting, today()
    calendar = working_calendar()
    found = desk_inbox.found(asked, acting, day, calendar).for_lists().latest_days_first()
    rows = desk_inbox.bare(found[:MOST_LINES], day, calendar)
    return sheet(tables.sheet(rows), f"nhiem-vu-{asked.queue.name}.csv")


@require_safe
@needs_hat
def detail(request: Officer, code: str) -> HttpResponse:
    """Everything about one task, and the moves that are possible now."""
    task, by = _on_my_desk(request, code), request.acting
    context = _head(task) | {
        "buttons": _buttons(task, task.moves_for(by)),
        "history": task.events.with_hands(),
        "supports": _supports(task),
    }
    return render(request, "directives/officer/detail.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def make_move(request: Officer, code: str, move: Move) -> HttpResponse:
    """Ask for what the move needs, and make it; what was typed stays where it fails."""
    task = _on_my_desk(request, code)
    form = FORMS[move.verb](request.POST or None, request.FILES or None, task=task)
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
            return _move_page(request, code, form, status=CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": move.label})
        return _after(request, code)
    return _move_page(request, code, form)


@require_safe
@needs_hat
def evidence(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """One file of a report."""
    task = _on_my_desk(request, code)
    files = Evidence.objects.filter(event__task=task).select_related("file")
    found = get_object_or_404(files, pk=pk)
    try:
        return private(attached(found.file, found.name))
    except NotGivenOut as lost:
        messages.error(request, str(lost))
        return redirect("directives_desk:detail", code)


def _on_my_desk(request: Officer, code: str) -> Task:
    """A task that one neither gives nor does does not exist."""
    return get_object_or_404(Task.objects.handled_by(request.acting).for_pages(), code=code)


def _after(request: Officer, code: str) -> HttpResponse:
    """To the task, or to the desk where it went to another office."""
    is_here = Task.objects.handled_by(request.acting).filter(code=code).exists()
    there = reverse("directives_desk:detail", args=[code])
    return redirect(there if is_here else "directives_desk:inbox")


def _buttons(task: Task, moves: list[Move]) -> list[dict[str, Any]]:
    """Each possible move in the order of ``FORMS``, the one that leads on first."""
    may = {move.verb for move in moves}
    forms = [form(task=task) for verb, form in FORMS.items() if verb in may]
    return [
        {"move": form.move, "form": form, "address": f"directives_desk:{form.move.verb}"}
        for form in sorted(forms, key=lambda form: not form.leads_on)
    ]


def _supports(task: Task) -> list[tuple[Any, str]]:
    along = list(task.supports.all())
    held = owners.holders(each.post_id for each in along)
    return [(each, ", ".join(held.get(each.post_id, ()))) for each in along]


def _head(task: Task) -> dict[str, Any]:
    (row,) = desk_inbox.rows([task], today(), working_calendar())
    return {"task": task, "row": row}


def _move_page(request: Officer, code: str, form: MoveForm, status: int = 200) -> HttpResponse:
    """The form of a move on the task as it is now, even where it just moved on."""
    task = _on_my_desk(request, code)
    may = form.move in task.moves_for(request.acting)
    context = _head(task) | {"form": form, "move": form.move, "may": may}
    return render(request, "directives/officer/move.html", context, status=status)
