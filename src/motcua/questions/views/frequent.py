"""How does an officer choose what a procedure's page shows first?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.organizations.http import Officer, needs_hat
from motcua.questions import frequent, reading
from motcua.questions.exceptions import Refused
from motcua.questions.models import FrequentEvent, FrequentSet, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from motcua.catalog.models import ProcedureVersion

LAST = 20
"""So many changes of a set are told."""


@require_safe
@needs_hat
def procedures(request: Officer) -> HttpResponse:
    """What the office decides, the most asked about first."""
    versions = frequent.with_demand(frequent.decided_by(request.acting))
    return render(request, "questions/officer/frequent.html", {"versions": versions})


@require_safe
@needs_hat
def chosen(request: Officer, code: str) -> HttpResponse:
    """The set of one procedure, what could stand in it, and how much each was asked."""
    version = _decided_here(request, code)
    now = FrequentSet.objects.filter(procedure=version.procedure).first()
    shown = {
        "version": version,
        "revision": now.revision if now else 1,
        "chosen": reading.lines(frequent.chosen_and_counted(version.procedure)),
        "offered": reading.lines(frequent.offered(version.procedure)),
        "demand": frequent.demand(version.procedure),
        "history": now.latest_events()[:LAST] if now else (),
        "may": frequent.may_choose(request.acting, version.procedure),
    }
    return render(request, "questions/officer/frequent_of.html", shown)


@require_POST
@needs_hat
def feature(request: Officer, code: str) -> HttpResponse:
    """Show an answer first."""
    return _change(request, code, lambda kept, it: kept.feature(by=request.acting, question=it))


@require_POST
@needs_hat
def unfeature(request: Officer, code: str) -> HttpResponse:
    """Show it no longer first."""
    return _change(request, code, lambda kept, it: kept.unfeature(by=request.acting, question=it))


@require_POST
@needs_hat
def order(request: Officer, code: str, steps: int) -> HttpResponse:
    """Show it a place earlier or later."""
    return _change(
        request, code, lambda kept, it: kept.order(by=request.acting, question=it, steps=steps)
    )


def _decided_here(request: Officer, code: str) -> ProcedureVersion:
    """A procedure that the office does not decide does not exist on this desk."""
    found: ProcedureVersion = get_object_or_404(
        frequent.decided_by(request.acting), procedure__code=code
    )
    return found


def _change(
    request: Officer, code: str, verb: Callable[[FrequentSet, Question], FrequentEvent]
) -> HttpResponse:
    """One verb on the set as the page showed it."""
    version = _decided_here(request, code)
    question = get_object_or_404(Question.objects.published(), code=request.POST.get("cau", ""))
    revision = request.POST.get("revision", "")
    try:
        with transaction.atomic():  # a refused choice leaves no empty set behind
            kept = FrequentSet.of(version.procedure)
            seen = int(revision[:9]) if revision.isdecimal() else 0
            event = verb(kept.as_seen(seen), question)
        messages.success(request, _("%(move)s: xong.") % {"move": event.get_verb_display()})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("answers_desk:frequent_of", code)
