"""What an applicant sees of their own dossiers, and does with them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import rescuing
from motcua.accounts.rescuing import keeps_typed
from motcua.dossiers import (
    clocks,
    evaluations,
    filled_forms,
    holding,
    receipts,
    shelves,
    upload_limits,
    uploads,
)
from motcua.dossiers.drafting import overview, sharing
from motcua.dossiers.exceptions import AlreadyHandedIn, MoveRefused, SupplementEmpty
from motcua.dossiers.forms.citizen import NoteForm
from motcua.dossiers.forms.evaluation import EvaluationForm
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import CoApplicant, Dossier, Draft
from motcua.dossiers.parts import WHOLE
from motcua.dossiers.views import downloads
from motcua.dossiers.views.mine import listed
from motcua.filekeeping.http import given_out
from motcua.periods.clock import today


@for_applicants
def my_dossiers(request: Applicant) -> HttpResponse:
    drafts = Draft.objects.open_to(request.user).unsubmitted().with_version()
    invitations = CoApplicant.objects.waiting_for(request.user)
    context = {
        "dossiers": Dossier.objects.of(request.user).for_pages().named().newest_first(),
        "drafts": listed(request, drafts),
        "invitations": invitations.select_related("draft__version__procedure", "draft__person"),
    }
    return render(request, "dossiers/citizen/list.html", context)


@for_applicants
def detail(request: Applicant, code: str) -> HttpResponse:
    dossier = our_dossier(request, code)
    return render(request, "dossiers/citizen/detail.html", page(request, dossier))


def page(request: Applicant, dossier: Dossier) -> dict[str, Any]:
    """What the page of a dossier shows."""
    history = list(dossier.events.with_hands())
    part = sharing.part_of_dossier(dossier, request.user) or WHOLE
    summary = filled_forms.summary(dossier, masked=True)
    return {
        "dossier": dossier,
        "why_here": holding.why_here(history, dossier.organization),
        "moves": dossier.moves_for(request.applicant),
        "pages": overview.by_page(
            dossier.version, [section for section in summary if part.sees(section.page)]
        ),
        "along": list(dossier.people_along.values()),
        "part": part,
        "history": history,
        "asked": dossier.latest_request(),
        "due": clocks.explained(dossier),
        "today": today(),
        "papers": dossier.papers() if part.is_whole else (),
        "results": dossier.results_for_applicant() if part.is_whole else (),
        **_evaluation(request, dossier),
    }


def _evaluation(request: Applicant, dossier: Dossier) -> dict[str, Any]:
    """The question how satisfied they are, where it is time, and what was said."""
    if not dossier.result_is_handed_over:
        return {}
    given = evaluations.of(dossier)
    told = {"level": given.level, "comment": given.comment} if given else {}
    asked = evaluations.may_evaluate(dossier, request.applicant)
    return {
        "evaluation": given,
        "evaluation_form": EvaluationForm(initial=told) if asked else None,
        "evaluation_until": evaluations.last_day(dossier),
    }


@for_applicants
def acknowledgment(request: Applicant, code: str) -> HttpResponse:
    """The code, and what comes next; no due date, which only the receipt gives."""
    context = {"dossier": our_dossier(request, code)}
    return render(request, "dossiers/citizen/acknowledgment.html", context)


@for_applicants
def receipt(request: Applicant, code: str) -> HttpResponse:
    dossier = our_dossier(request, code)
    if receipts.receipt_data(dossier) is None:
        raise Http404
    return downloads.receipt(dossier)


@for_applicants
def filled_form(request: Applicant, code: str) -> HttpResponse:
    """What was filled in, as PDF; one's own personal numbers in full."""
    dossier = my_dossier(request, code)
    if dossier.version.form is None:
        raise Http404
    return downloads.filled_form(filled_forms.of_dossier(dossier, masked=False))


@for_applicants
def paper(request: Applicant, code: str, pk: int) -> HttpResponseBase:
    """One of the applicant's own files, handed in or still being prepared."""
    dossier = whole_dossier(request, code)
    found = get_object_or_404(dossier.attachments.select_related("file"), pk=pk)
    return given_out(request, found, back=_page_of(dossier))


@for_applicants
def result(request: Applicant, code: str, pk: int) -> HttpResponseBase:
    dossier = whole_dossier(request, code)
    found = get_object_or_404(dossier.results_for_applicant(), pk=pk)
    return given_out(request, found, back=_page_of(dossier))


@keeps_typed
@for_applicants
def supplement(request: Applicant, code: str) -> HttpResponse:
    """What was asked for, the files for it, and the button that sends them."""
    dossier = my_dossier(request, code)
    form = NoteForm(request.POST or rescuing.waiting(request))
    if request.method != "POST" and not dossier.is_waiting:
        return redirect("dossiers:detail", code)
    if request.method == "POST":
        try:
            sent = _take_supplement(request, dossier, form)
        except MoveRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("dossiers:detail", code)
        if sent:
            rescuing.forget(request)
            return redirect("dossiers:detail", code)
    context = {
        "dossier": dossier,
        "asked": dossier.latest_request(),
        "cases": shelves.shelves(dossier, request.user),
        "limits": upload_limits.limits(),
        "form": form,
    }
    return render(request, "dossiers/citizen/supplement.html", context)


@require_POST
@for_applicants
def remove_paper(request: Applicant, code: str, pk: int) -> HttpResponse:
    dossier = my_dossier(request, code)
    try:
        get_object_or_404(dossier.attachments.in_preparation(), pk=pk).delete()
    except AlreadyHandedIn as refusal:
        messages.error(request, str(refusal))
    return redirect("dossiers:supplement", code)


@keeps_typed
@for_applicants
def withdraw(request: Applicant, code: str) -> HttpResponse:
    """Asked once more before a dossier is taken back."""
    dossier = my_dossier(request, code)
    form = NoteForm(request.POST or rescuing.waiting(request))
    if request.method == "POST" and form.is_valid():
        try:
            dossier.withdraw(by=request.applicant, reason=form.cleaned_data["note"])
        except MoveRefused as refusal:
            messages.error(request, str(refusal))
        rescuing.forget(request)
        return redirect("dossiers:detail", code)
    return render(request, "dossiers/citizen/withdraw.html", {"dossier": dossier, "form": form})


def _take_supplement(request: Applicant, dossier: Dossier, form: NoteForm) -> bool:
    """Keep the files, and send all of it if that was asked and nothing was refused."""
    attach = partial(dossier.attach, by=request.applicant)
    outcome = uploads.take(dossier.version, request.FILES, attach=attach)
    for name, refusal in outcome.refused:
        messages.error(request, f"{name}: {refusal}")
    if not (form.is_valid() and outcome.all_kept and "send" in request.POST):
        return False
    try:
        dossier.supplement(by=request.applicant, note=form.cleaned_data["note"])
    except SupplementEmpty as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _("Đã gửi phần bổ sung. Bạn sẽ nhận thư khi cơ quan xem lại."))
    return True


def my_dossier(request: Applicant, code: str) -> Dossier:
    """A stranger's dossier does not exist, rather than being forbidden."""
    mine = Dossier.objects.applied_for_by(request.user).for_pages()
    return get_object_or_404(mine, code=code)


def our_dossier(request: Applicant, code: str) -> Dossier:
    """The same for whoever applied along: they read it; the applicant acts."""
    return get_object_or_404(Dossier.objects.of(request.user).for_pages(), code=code)


def whole_dossier(request: Applicant, code: str) -> Dossier:
    """The same where all of it is theirs to read: papers and results."""
    dossier = our_dossier(request, code)
    part = sharing.part_of_dossier(dossier, request.user)
    if part is None or not part.is_whole:
        raise Http404
    return dossier


def _page_of(dossier: Dossier) -> str:
    return reverse("dossiers:detail", args=[dossier.code])
