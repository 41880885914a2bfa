"""What an officer sees and does, in the post that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.dossiers import (
    actions,
    clocks,
    evaluations,
    filled_forms,
    holding,
    lights,
    queues,
    receipts,
)
from motcua.dossiers import inbox as desk_inbox
from motcua.dossiers.drafting import cases
from motcua.dossiers.forms.inbox import InboxForm
from motcua.dossiers.forms.officer import FORMS, MoveForm
from motcua.dossiers.models import Dossier, Reading
from motcua.dossiers.views import downloads
from motcua.filekeeping import http
from motcua.filekeeping.exceptions import Refused
from motcua.filekeeping.http import given_out
from motcua.filekeeping.models import Rendition
from motcua.organizations import hats
from motcua.organizations.acting import Acting
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.dossiers.workflow import Move

CONFLICT = 409
SHOW_NUMBERS = "day-du"
"""What ``?so=`` says to see personal numbers in full, which is recorded as such."""


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
        "counted": queues.counted(acting, asked.queue, now, calendar),
        "elsewhere": _elsewhere(acting),
        "procedures": desk_inbox.procedures(asked.queue, acting),
        "inbox": desk_inbox.opened(asked, acting, now, calendar),
    }
    return render(request, "dossiers/officer/inbox.html", context)


@require_safe
@needs_hat
def detail(request: Officer, code: str) -> HttpResponse:
    """Everything about one dossier, and the moves that are possible now."""
    dossier = _on_my_desk(request, code)
    masked = request.GET.get("so") != SHOW_NUMBERS
    what = Reading.What.PAGE if masked else Reading.What.NUMBERS
    dossier.note_reading(by=request.acting, what=what)
    history = list(dossier.events.with_hands())
    papers = list(dossier.papers())
    context = _head(dossier) | {
        "why_here": holding.why_here(history, dossier.organization),
        "along": list(dossier.people_along.values()),
        "moves": _buttons(dossier, request.acting),
        "met_before": dossier.was_met_in_another_duty(request.acting),
        "summary": filled_forms.summary(dossier, masked=masked),
        "masked": masked,
        "papers": papers,
        "case": cases.of_dossier(dossier),
        "blocked": [one for one in papers if one.file.threat],
        "results": dossier.results.select_related("file"),
        "history": history,
        "evaluation": evaluations.read_by(dossier, request.acting),
        "due": clocks.explained(dossier),
        "today": today(),
    }
    return render(request, "dossiers/officer/detail.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def make_move(request: Officer, code: str, move: Move) -> HttpResponse:
    """Ask for what the move needs, and make it; what was typed stays where it fails."""
    dossier = _on_my_desk(request, code)
    form = FORMS[move.verb](request.POST or None, request.FILES or None, dossier=dossier)
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _move_page(request, code, form, status=CONFLICT)
        messages.success(request, _done(move, dossier))
        return redirect("desk:detail", code)
    return _move_page(request, code, form)


@require_safe
@needs_hat
def receipt(request: Officer, code: str) -> HttpResponse:
    """The receipt that holds now, as PDF."""
    dossier = _on_my_desk(request, code)
    if receipts.receipt_data(dossier) is None:
        raise Http404
    dossier.note_reading(by=request.acting, what=Reading.What.RECEIPT)
    return downloads.receipt(dossier)


@require_safe
@needs_hat
def filled_form(request: Officer, code: str) -> HttpResponse:
    """What was filled in, as PDF; personal numbers in full only where asked for, and recorded."""
    dossier = _on_my_desk(request, code)
    if dossier.version.form is None:
        raise Http404
    masked = request.GET.get("so") != SHOW_NUMBERS
    what = Reading.What.PAGE if masked else Reading.What.NUMBERS
    dossier.note_reading(by=request.acting, what=what)
    return downloads.filled_form(filled_forms.of_dossier(dossier, masked=masked))


@require_safe
@needs_hat
def paper(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """One paper that was handed in."""
    dossier = _on_my_desk(request, code)
    found = get_object_or_404(dossier.papers(), pk=pk)
    dossier.note_reading(by=request.acting, what=Reading.What.PAPER)
    return given_out(request, found, back=_page_of(dossier))


@require_safe
@needs_hat
def picture(request: Officer, code: str, pk: int, kind: str) -> HttpResponseBase:
    """How one paper looks: small beside its name, or large to be read, which is recorded."""
    dossier = _on_my_desk(request, code)
    found = get_object_or_404(dossier.papers(), pk=pk)
    if kind != Rendition.Kind.SMALL:
        dossier.note_reading(by=request.acting, what=Reading.What.PAPER)
    return http.picture(found.file, kind)


@require_safe
@needs_hat
def result(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """One file of the result, handed over or not."""
    dossier = _on_my_desk(request, code)
    found = get_object_or_404(dossier.results.select_related("file"), pk=pk)
    dossier.note_reading(by=request.acting, what=Reading.What.RESULT)
    return given_out(request, found, back=_page_of(dossier))


def _on_my_desk(request: Officer, code: str) -> Dossier:
    """A dossier of another desk does not exist, and neither does one's own or a relative's."""
    found = Dossier.objects.handled_by(request.acting).for_pages().filter(code=code).first()
    if found is None:
        actions.note_hidden(code, by=request.acting)
        raise Http404
    return found


def _elsewhere(acting: Acting) -> list[dict[str, Any]]:
    """What waits for the same person in their other posts."""
    others = [hat for hat in hats.of(acting.person) if hat.post != acting.post]
    counted = queues.counts_to_do({f"hat_{h.pk}": Acting(acting.person, h.post) for h in others})
    return [{"hat": hat, "count": counted[f"hat_{hat.pk}"]} for hat in others]


def _buttons(dossier: Dossier, acting: Acting) -> list[dict[str, Any]]:
    """Each possible move, the one that leads on first; some need nothing but the button."""
    moves = dossier.moves_for(acting)
    made = (FORMS[move.verb](dossier=dossier) for move in moves)
    forms = sorted(made, key=lambda form: not form.leads_on)
    return [
        {"move": form.move, "form": form, "address": f"desk:{form.move.verb}"} for form in forms
    ]


def _head(dossier: Dossier) -> dict[str, Any]:
    light = lights.light_of(dossier, timezone.now(), working_calendar())
    return {"dossier": dossier, "light": light}


def _move_page(request: Officer, code: str, form: MoveForm, status: int = 200) -> HttpResponse:
    """The form of a move on the dossier as it is now, even where it just moved on."""
    dossier = _on_my_desk(request, code)
    may = form.move in dossier.moves_for(request.acting)
    context = _head(dossier) | {"form": form, "move": form.move, "may": may}
    return render(request, "dossiers/officer/move.html", context, status=status)


def _done(move: Move, dossier: Dossier) -> str:
    facts = {"move": move.label, "code": dossier.code, "state": dossier.get_state_display()}
    return _("%(move)s: xong. Hồ sơ %(code)s nay ở trạng thái “%(state)s”.") % facts


def _page_of(dossier: Dossier) -> str:
    return reverse("desk:detail", args=[dossier.code])
