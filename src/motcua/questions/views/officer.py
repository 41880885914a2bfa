"""What an officer sees of questions and does with them, in the post that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from motcua.filekeeping.http import given_out
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.questions import (
    desks,
    duplicates,
    lights,
    queues,
    routing,
    similar,
    sought,
    staleness,
    workflow,
)
from motcua.questions import inbox as desk_inbox
from motcua.questions.approving import approve_chosen, waiting
from motcua.questions.exceptions import Refused
from motcua.questions.forms.desk import InboxForm
from motcua.questions.forms.move import MoveForm
from motcua.questions.forms.moves import FORMS
from motcua.questions.known import known_of
from motcua.questions.models import Category, Question, Reading
from motcua.questions.workflow import Role
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.questions.workflow import Move
    from motcua.search.queries import Hit

CONFLICT = 409


@require_safe
@needs_hat
def inbox(request: Officer) -> HttpResponse:
    """What waits for the post that is chosen, oldest due first; other heaps beside it."""
    form = InboxForm(request.GET)
    asked, acting = form.asked, request.acting
    now, calendar = timezone.now(), working_calendar()
    context = {
        "form": form,
        "asked": asked,
        "categories": Category.objects.all(),
        "counted": queues.counted(acting, asked.queue, now, calendar),
        "tends_search": sought.may_tend(acting),
        "may_approve_many": asked.queue is queues.TO_APPROVE,
        "inbox": desk_inbox.opened(asked, acting, now, calendar),
    }
    return render(request, "questions/officer/inbox.html", context)


@require_safe
@needs_hat
def detail(request: Officer, code: str) -> HttpResponse:
    """Everything about one question, and the moves that are possible now."""
    question, by = _on_my_desk(request, code), request.acting
    question.note_reading(by=by, what=Reading.What.PAGE)
    moves = question.moves_for(by)
    context = _head(question) | {
        "buttons": _buttons(question, moves),
        "known": known_of(question),
        "stale": staleness.reasons(question),
        "attachments": question.attachments.select_related("file", "event"),
        "history": question.events.with_hands(),
        "merged": question.duplicates.count(),
        "offices": routing.suggestions(question, today()) if workflow.FORWARD in moves else (),
        "duplicates": duplicates.candidates(question, by) if workflow.MERGE in moves else (),
        "similar": _similar(question),
    }
    return render(request, "questions/officer/detail.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def make_move(request: Officer, code: str, move: Move) -> HttpResponse:
    """Ask for what the move needs, and make it; what was typed stays where it fails."""
    question = _on_my_desk(request, code)
    post = request.acting.post
    here = post.organization_id if post else None
    form = FORMS[move.verb](request.POST or None, question=question, office=here)
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _move_page(request, code, form, status=CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": move.label})
        return _after(request, code)
    return _move_page(request, code, form)


@require_http_methods(["GET", "POST"])
@needs_hat
def approvals(request: Officer) -> HttpResponse:
    """Answers that wait for approval, in full, to agree to several at once."""
    if request.method == "POST":
        chosen = approve_chosen(request.POST.getlist("cau"), by=request.acting)
        if chosen.approved:
            done = ngettext("Đã duyệt %(n)s câu.", "Đã duyệt %(n)s câu.", chosen.approved)
            messages.success(request, done % {"n": chosen.approved})
        for code, refusal in chosen.refused:
            messages.error(request, f"{code}: {refusal}")
        return redirect("answers_desk:approvals")
    now, calendar = timezone.now(), working_calendar()
    rows = [
        desk_inbox.Row(each, lights.light_of(each, now, calendar))
        for each in waiting(request.acting)
    ]
    may = Role.APPROVER in desks.roles_at(request.acting)
    return render(request, "questions/officer/approvals.html", {"rows": rows, "may": may})


@require_safe
@needs_hat
def attachment(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """One file that the asker sent."""
    question = _on_my_desk(request, code)
    found = get_object_or_404(question.attachments.select_related("file"), pk=pk)
    question.note_reading(by=request.acting, what=Reading.What.FILE)
    return given_out(request, found, back=reverse("answers_desk:detail", args=[code]))


def _on_my_desk(request: Officer, code: str) -> Question:
    """A question of another office does not exist, and neither does one's own."""
    return get_object_or_404(Question.objects.handled_by(request.acting).for_pages(), code=code)


def _after(request: Officer, code: str) -> HttpResponse:
    """To the question, or to the inbox where it went to another office."""
    is_here = Question.objects.handled_by(request.acting).filter(code=code).exists()
    return redirect("answers_desk:detail", code) if is_here else redirect("answers_desk:inbox")


def _buttons(question: Question, moves: list[Move]) -> list[dict[str, Any]]:
    """Each possible move in the order of ``FORMS``, the one that leads on first."""
    may = {move.verb for move in moves}
    forms = [form(question=question) for verb, form in FORMS.items() if verb in may]
    return [
        {"move": form.move, "form": form, "address": f"answers_desk:{form.move.verb}"}
        for form in sorted(forms, key=lambda form: not form.leads_on)
    ]


def _similar(question: Question) -> dict[str, list[Hit]]:
    """Answers and procedures that hold all the words; what only shares some helps no officer."""
    found = similar.to(question.title, leave_out=[question.code])
    return {
        "questions": [hit for hit in found.questions if not hit.is_loose],
        "procedures": [hit for hit in found.procedures if not hit.is_loose],
    }


def _head(question: Question) -> dict[str, Any]:
    light = lights.light_of(question, timezone.now(), working_calendar())
    return {"question": question, "light": light}


def _move_page(request: Officer, code: str, form: MoveForm, status: int = 200) -> HttpResponse:
    """The form of a move on the question as it is now, even where it just moved on."""
    question, acting = _on_my_desk(request, code), request.acting
    may = form.move in question.moves_for(acting)
    context = _head(question) | {"form": form, "move": form.move, "may": may}
    if form.move is workflow.MERGE:
        context["duplicates"] = duplicates.candidates(question, acting)
    return render(request, "questions/officer/move.html", context, status=status)
