"""What does an officer do with reviews: see the figures grow, close them, read what was closed?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.filekeeping.exceptions import FileRefused, NotGivenOut
from motcua.filekeeping.http import attached as kept_paper
from motcua.filekeeping.http import private
from motcua.organizations.http import Officer, needs_hat
from motcua.reorganization import pilot_actions, pilot_exports, pilot_previews, pilot_workflow
from motcua.reorganization.forms.pilot_moves import HoldReviewForm
from motcua.reorganization.models import Pilot, PilotReview
from motcua.reorganization.pilot_exceptions import PilotRefused
from motcua.reorganization.pilot_showing import for_offices, shown

from .pilots_desk import CONFLICT, head, i_keep, on_my_desk
from .pilots_http import pdf, spreadsheet


@require_safe
@needs_hat
def review(request: Officer, code: str, pk: int) -> HttpResponse:
    """A review as it was closed, with every number."""
    pilot = on_my_desk(request, code)
    found = _held(pilot, pk)
    may = pilot_workflow.SHOW_REVIEW in pilot.moves_for(request.acting)
    context = head(pilot) | {"review": found, "may_show": may, **shown(for_offices(found))}
    return render(request, "reorganization/officer/pilot_review.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def hold(request: Officer, code: str, pk: int) -> HttpResponse:
    """The figures as they would be closed today, and the form that closes them."""
    pilot = i_keep(request, code)
    found = get_object_or_404(PilotReview.objects.filter(pilot=pilot), pk=pk)
    form = HoldReviewForm(request.POST or None, request.FILES or None, pilot=pilot, review=found)
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except (PilotRefused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
            return _holding(request, code, found, form, CONFLICT)
        messages.success(request, _("Đã chốt %(what)s.") % {"what": found.get_kind_display()})
        return redirect("pilots_desk:review", code, pk)
    return _holding(request, code, found, form)


@require_POST
@needs_hat
def show(request: Officer, code: str, pk: int) -> HttpResponse:
    """Let everybody read a review that was closed."""
    pilot = i_keep(request, code)
    try:
        pilot_actions.show_review(pilot, _held(pilot, pk), by=request.acting)
        messages.success(request, _("Đánh giá đã công khai."))
    except PilotRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("pilots_desk:review", code, pk)


@require_safe
@needs_hat
def paper(request: Officer, code: str, pk: int) -> HttpResponse:
    """The same on paper."""
    found = _held(on_my_desk(request, code), pk)
    return _private(pdf(pilot_exports.paper(found, for_offices(found)), found))


@require_safe
@needs_hat
def sheet(request: Officer, code: str, pk: int) -> HttpResponse:
    """The same as a spreadsheet."""
    found = _held(on_my_desk(request, code), pk)
    return _private(spreadsheet(pilot_exports.sheet(found, for_offices(found)), found))


@require_safe
@needs_hat
def file(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """The signed report."""
    found = _held(on_my_desk(request, code), pk)
    try:
        return private(kept_paper(found.file, found.file_name))
    except NotGivenOut as lost:
        messages.error(request, str(lost))
        return redirect("pilots_desk:review", code, pk)


def _held(pilot: Pilot, pk: int) -> PilotReview:
    """One that is not closed has no figures to show."""
    found: PilotReview = get_object_or_404(
        PilotReview.objects.exclude(held_on=None).for_pages(), pilot=pilot, pk=pk
    )
    return found


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    return answer


def _holding(
    request: Officer, code: str, found: PilotReview, form: HoldReviewForm, status: int = 200
) -> HttpResponse:
    pilot = i_keep(request, code)
    may = pilot_workflow.HOLD_REVIEW in pilot.moves_for(request.acting) and not found.is_held
    context: dict[str, Any] = head(pilot) | {"review": found, "form": form, "may": may}
    if may:
        context |= shown(pilot_previews.of(pilot, request.GET.get("ngay", "")))
    return render(request, "reorganization/officer/pilot_hold.html", context, status=status)
