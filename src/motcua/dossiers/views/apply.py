"""The way from a procedure to a dossier: one page at a time, everything kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import rescuing
from motcua.accounts.rescuing import keeps_typed, keeps_typed_for
from motcua.catalog import endings, reception
from motcua.catalog.models import Procedure
from motcua.dossiers import filled_forms, lacking, shelves, steps, upload_limits, uploads
from motcua.dossiers.drafting import cases, confirming, moving, news, overview, sharing
from motcua.dossiers.drafting.sheets import OfficeSheet, offices
from motcua.dossiers.drafting.unread import OFFICE_PAGE
from motcua.dossiers.exceptions import MoveRefused, Unconfirmed
from motcua.dossiers.forms.citizen import ConfirmForm, OldAddressForm
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import Draft
from motcua.dossiers.views import downloads, typing
from motcua.dossiers.views.mine import (
    listed,
    my_draft,
    on_my_draft,
    on_our_draft,
    refuse_outside,
)
from motcua.periods.clock import today
from motcua.territory import addresses

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet


@for_applicants
def start(request: Applicant, code: str) -> HttpResponse:
    """What lies ahead, and the drafts that are open already; POST opens one more.

    An office that was found before (``?noi=``) goes into the draft if it decides today.
    """
    procedure = Procedure.objects.offered_on(today()).filter(code=code).first()
    if procedure is None:
        return _not_offered(request, code)
    version = procedure.version_on(today())
    if version is None or not version.takes_online:
        raise Http404
    takes = version.offices_on(today()).exists()
    named = request.POST if request.method == "POST" else request.GET
    office = reception.asked(version, named, today())
    if request.method == "POST" and takes:
        draft = Draft.objects.begin(version, by=request.applicant, office=office)
        return redirect(steps.steps_of(draft)[0].address)
    open_drafts = Draft.objects.of(request.user).unsubmitted().filter(version__procedure=procedure)
    drafts = listed(request, open_drafts.with_version())
    context = {
        "procedure": procedure,
        "version": version,
        "drafts": drafts,
        "takes": takes,
        "office": office,
        "asked_elsewhere": reception.OFFICE in named and office is None,
    }
    return render(request, "dossiers/apply/start.html", context)


def _not_offered(request: Applicant, code: str) -> HttpResponse:
    """What ended leads to its page, which leads on; anything else is not there."""
    if not endings.has_ended(code, today()):
        raise Http404
    messages.warning(request, _("Thủ tục này đã hết áp dụng nên không nộp hồ sơ được nữa."))
    return redirect("catalog:procedure", code)


@keeps_typed
@on_our_draft
def office(request: Applicant, draft: Draft) -> HttpResponse:
    """Which office decides, and how it reaches the applicant."""
    refuse_outside(draft, OFFICE_PAGE)
    sheet = OfficeSheet(draft.person, chosen=request.GET.get("noi"))
    if request.method == "POST":
        return typing.sent(request, draft, sheet, partial(_office_page, request))
    return typing.opened(request, draft, sheet, partial(_office_page, request))


@keeps_typed
@on_our_draft
def page(request: Applicant, draft: Draft, page: str) -> HttpResponse:
    """One page of the procedure's own form. What was typed is kept even where it is not right."""
    sheet = typing.sheet_or_404(draft, page)
    if request.method == "POST":
        return typing.sent(request, draft, sheet, partial(_form_page, request))
    if typing.is_gone(draft, sheet):
        return typing.opened_late(request, draft, page)
    return typing.opened(request, draft, sheet, partial(_form_page, request))


def _office_page(request: Applicant, draft: Draft, shown: dict[str, Any]) -> HttpResponse:
    context = _way(draft, steps.OFFICE) | shown | _by_old_address(request, offices(draft))
    return render(request, "dossiers/apply/office.html", context)


def _form_page(request: Applicant, draft: Draft, shown: dict[str, Any]) -> HttpResponse:
    context = _way(draft, "page", shown["page"]) | shown
    return render(request, "dossiers/apply/page.html", context)


@keeps_typed
@on_our_draft
def papers(request: Applicant, draft: Draft) -> HttpResponse:
    """The scanned papers, each beside the paper that the procedure names."""
    refuse_outside(draft, OFFICE_PAGE)
    if request.method == "POST":
        has_chosen = _choose_case(request, draft)
        outcome = uploads.take(draft.version, request.FILES, attach=draft.attach)
        _tell(request, outcome)
        if outcome.all_kept and "next" in request.POST and not has_chosen:
            return redirect(steps.next_after(draft, steps.PAPERS))
        return redirect(_papers(draft))
    told = shelves.shelves(draft, request.user)
    context = _way(draft, steps.PAPERS) | {
        "cases": told,
        "anothers": [one for one in told if not one.is_needed],
        "standing": lacking.standing(draft, told),
        "limits": upload_limits.limits(),
    }
    return render(request, "dossiers/apply/papers.html", context)


def _choose_case(request: Applicant, draft: Draft) -> bool:
    """Whether another case was chosen: the page then shows which papers that asks for."""
    standing = cases.of(draft, list(draft.version.cases.all()))
    said = request.POST.get("case", "")
    case = next((one for one in standing.possible if str(one.pk) == said), None)
    if "choose" in request.POST and case is None:
        messages.error(request, _("Hãy đánh dấu trường hợp của bạn rồi bấm lại."))
    if case is None or case == standing.own:
        return False
    draft.choose_case(case)
    messages.success(request, _("Đã ghi trường hợp của bạn. Giấy tờ cần nộp có ở dưới."))
    return True


@require_POST
@on_our_draft
def remove_paper(request: Applicant, draft: Draft, pk: int) -> HttpResponse:
    refuse_outside(draft, OFFICE_PAGE)
    draft.detach(get_object_or_404(draft.attachments.in_preparation(), pk=pk))
    if "X-Quiet" not in request.headers:  # a script shows it on the page that is open
        messages.success(request, _("Đã bỏ tệp khỏi hồ sơ."))
    return redirect(_papers(draft))


@on_our_draft
def check(request: Applicant, draft: Draft) -> HttpResponse:
    """Everything once more on one page, and the button; pressed too late, it is pressed again."""
    waited = rescuing.waiting(request)
    rescuing.forget(request)
    known = {"revision": draft.revision, **_ticked(draft, waited)}
    return _check_page(request, draft, ConfirmForm(initial=known), is_rescued=waited is not None)


def _ticked(draft: Draft, waited: Mapping[str, str] | None) -> dict[str, bool]:
    """What was ticked before somebody had to sign in again, if it was of what stands now."""
    if waited is None or waited.get("revision") != str(draft.revision):
        return {}
    return {name: name in waited for name in ("confirmed", "leaves_aside")}


@on_our_draft
def filled_form(request: Applicant, draft: Draft) -> HttpResponse:
    """The form as it is filled in by now, as PDF."""
    refuse_outside(draft, OFFICE_PAGE)
    if draft.version.form is None:
        raise Http404
    return downloads.filled_form(filled_forms.of_draft(draft))


@keeps_typed_for("apply:check")
@for_applicants
def submit(request: Applicant, code: str, key: UUID) -> HttpResponse:
    """Make the dossier. Pressed twice, or again after a lost answer, it makes one.

    A page that answered the button and is opened anew leads back to the last page.
    """
    draft = my_draft(request, code, key)
    if request.method != "POST":
        return redirect("apply:check", code, key)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        if draft.is_submitted:
            return redirect("dossiers:acknowledgment", draft.dossier.code)
        moving.catch_up(draft)
        return _check_page(request, draft, form)
    try:
        said = form.cleaned_data
        dossier = draft.submit(
            by=request.applicant, seen=said["revision"], leaves_aside=said["leaves_aside"]
        )
    except MoveRefused as refusal:
        if isinstance(refusal, Unconfirmed):
            sharing.remind(draft, by=request.applicant)
        messages.error(request, str(refusal))
        return redirect("apply:check", code, key)
    return redirect("dossiers:acknowledgment", dossier.code)


@on_my_draft
def discard(request: Applicant, draft: Draft) -> HttpResponse:
    """Asked once more before everything that was typed is gone."""
    if request.method != "POST":
        context = {"draft": draft, "about": steps.about(draft)}
        return render(request, "dossiers/apply/discard.html", context)
    draft.discard(by=request.applicant)
    messages.success(request, _("Đã xóa bản nháp và các tệp kèm theo."))
    return redirect("dossiers:list")


def _papers(draft: Draft) -> str:
    return reverse("apply:papers", args=[draft.version.procedure.code, draft.key])


def _by_old_address(request: Applicant, offices: OrganizationQuerySet) -> dict[str, Any]:
    """The offices of the communes that an old address became; the citizen chooses."""
    form = OldAddressForm(request.GET if "dia_chi" in request.GET else None)
    typed = form.cleaned_data["dia_chi"] if form.is_bound and form.is_valid() else ""
    found = addresses.candidates(typed, today()) if typed else []
    places = offices.places(today()) if found else {}
    by_unit = {places.get(office.pk): office for office in offices} if found else {}
    pairs = [(candidate, by_unit.get(candidate.unit.pk)) for candidate in found]
    return {"old_address": form, "asked": typed, "candidates": [p for p in pairs if p[1]]}


def _check_page(
    request: Applicant, draft: Draft, form: ConfirmForm, *, is_rescued: bool = False
) -> HttpResponse:
    pages, told = overview.of_draft(draft), shelves.shelves(draft, draft.person)
    context = _way(draft, steps.CHECK) | {
        "form": form,
        "is_rescued": is_rescued,
        "pages": pages,
        "doubts": overview.doubts(pages),
        "empty_contact": overview.empty_contact(draft),
        "along": confirming.standing(draft),
        "changes": confirming.changes(draft),
        "sources": draft.sources.select_related("dossier", "partner"),
        "obstacles": steps.obstacles(draft),
        "unchosen": steps.unchosen(draft),
        "papers": draft.attachments.select_related("file", "component"),
        "lacking": lacking.papers(told),
        "standing": lacking.standing(draft, told),
        "elsewhere": lacking.elsewhere(told),
        "half": draft.uploads.shown().filter(refusal=""),
    }
    return render(request, "dossiers/apply/check.html", context)


def _way(draft: Draft, name: str, page: str = "") -> dict[str, Any]:
    way = steps.steps_of(draft)
    at = next((n for n, s in enumerate(way) if (s.name, s.page) == (name, page)), 0)
    return {
        "draft": draft,
        "news": news.of(draft),
        "steps": way,
        "step": way[at],
        "number": at + 1,
        "before": way[at - 1].address if at else "",
    }


def _tell(request: Applicant, outcome: uploads.Outcome) -> None:
    for attachment in outcome.kept:
        messages.success(request, _("Đã nhận tệp %(name)s.") % {"name": attachment.name})
    for name, refusal in outcome.refused:
        messages.error(request, f"{name}: {refusal}")
