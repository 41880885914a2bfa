"""What an officer sees of consultations, and the moves that end in the public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.consultations import desks, queues, reading
from motcua.consultations.exceptions import Refused
from motcua.consultations.forms.desk import InboxForm
from motcua.consultations.forms.drafting import DocumentForm
from motcua.consultations.forms.moves import FORMS, MoveForm
from motcua.consultations.models import Consultation
from motcua.consultations.standing import standing
from motcua.organizations.http import Officer, needs_hat

if TYPE_CHECKING:
    from motcua.consultations.workflow import Move

CONFLICT = 409


@require_safe
@needs_hat
def inbox(request: Officer) -> HttpResponse:
    """The office's consultations, and how many comments wait."""
    form = InboxForm(request.GET)
    asked, acting = form.asked, request.acting
    rows, following = queues.consultations(asked, acting)
    context = heaps(request) | {
        "form": form,
        "asked": asked,
        "rows": [(each, standing(each)) for each in rows],
        "following": following,
        "may_prepare": bool(desks.roles_at(acting)),
    }
    return render(request, "consultations/officer/inbox.html", context)


@require_safe
@needs_hat
def detail(request: Officer, code: str) -> HttpResponse:
    """Everything about one consultation, and the moves that are possible now."""
    found = on_my_desk(request, code)
    context = head(found) | {
        "buttons": _buttons(found, found.moves_for(request.acting)),
        "may_write": bool(desks.roles_of(found, request.acting)),
        "counts": reading.counts(found),
        "articles": found.articles.all(),
        "documents": found.documents.select_related("file"),
        "document_form": DocumentForm(initial={"revision": found.revision}),
        "history": found.events.with_hands(),
        "followers": found.followers.all(),
    }
    return render(request, "consultations/officer/detail.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def make_move(request: Officer, code: str, move: Move) -> HttpResponse:
    """Ask for what the move needs, and make it; what was typed stays where it fails."""
    found = on_my_desk(request, code)
    form = FORMS[move.verb](request.POST or None, consultation=found)
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _move_page(request, code, form, status=CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": move.label})
        return redirect("consultations_desk:detail", code)
    return _move_page(request, code, form)


def on_my_desk(request: Officer, code: str) -> Consultation:
    """A consultation of another office does not exist."""
    return get_object_or_404(Consultation.objects.handled_by(request.acting).for_pages(), code=code)


def head(consultation: Consultation) -> dict[str, Any]:
    """What stands at the head of every page about it."""
    return {"consultation": consultation, "standing": standing(consultation)}


def heaps(request: Officer) -> dict[str, Any]:
    """The two lists at the side: consultations and comments (two queries)."""
    return {
        "counted": queues.counted(request.acting),
        "comments_counted": queues.comments_counted(request.acting),
    }


def _buttons(found: Consultation, moves: list[Move]) -> list[tuple[str, MoveForm]]:
    """Each possible move in the order of ``FORMS``, the one that leads on first."""
    may = {move.verb for move in moves}
    forms = [form(consultation=found) for verb, form in FORMS.items() if verb in may]
    return [(f"consultations_desk:{form.move.verb}", form) for form in forms]


def _move_page(request: Officer, code: str, form: MoveForm, status: int = 200) -> HttpResponse:
    """The form of a move on the consultation as it is now, even where it just moved on."""
    found = on_my_desk(request, code)
    context = head(found) | {
        "form": form,
        "move": form.move,
        "may": form.move in found.moves_for(request.acting),
        "counts": reading.counts(found),
    }
    return render(request, "consultations/officer/move.html", context, status=status)
