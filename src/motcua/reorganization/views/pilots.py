"""The register of pilots: what is tried, until when, and what came of it; open to everyone."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.filekeeping.exceptions import NotGivenOut
from motcua.filekeeping.http import attached as kept_paper
from motcua.periods.clock import today
from motcua.reorganization import pilot_choosing, pilot_exports, pilot_reading
from motcua.reorganization.models import Pilot, PilotReview, Side
from motcua.reorganization.pilot_showing import for_everybody, shown

from .pilots_http import pdf, spreadsheet

ON_A_PAGE = 30


@login_not_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every pilot that is public, the newest first; overdue reviews are told."""
    wish, day = pilot_choosing.Wish.read(request.GET.dict()), today()
    found = wish.among(Pilot.objects.public(), day).for_pages().latest_first()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "wish": wish,
        "page": page,
        "groups": pilot_choosing.GROUPS,
        "rows": pilot_reading.rows(page.object_list, day),
        "counts": pilot_choosing.counts(Pilot.objects.public(), day),
        "day": day,
    }
    return render(request, "reorganization/public/pilots.html", context)


@login_not_required
@require_safe
def pilot(request: HttpRequest, code: str) -> HttpResponse:
    """One pilot: what, who, since when, looked at when, decided how."""
    found = get_object_or_404(Pilot.objects.public().for_pages(), code=code)
    context = {
        "pilot": found,
        "row": pilot_reading.row(found, today()),
        "laws": found.laws.all(),
        "members": pilot_reading.members(found, Side.CONCERNED),
        "compared": pilot_reading.members(found, Side.COMPARISON),
        "seats": pilot_reading.seats(found),
    }
    return render(request, "reorganization/public/pilot.html", context)


@login_not_required
@require_safe
def review(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A review as it was closed; small numbers are hidden."""
    found = _public(code, pk)
    context = {"pilot": found.pilot, "review": found, **shown(for_everybody(found))}
    return render(request, "reorganization/public/pilot_review.html", context)


@login_not_required
@require_safe
def paper(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The same on paper."""
    found = _public(code, pk)
    return pdf(pilot_exports.paper(found, for_everybody(found)), found)


@login_not_required
@require_safe
def sheet(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The same as a spreadsheet."""
    found = _public(code, pk)
    return spreadsheet(pilot_exports.sheet(found, for_everybody(found)), found)


@login_not_required
@require_safe
def file(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The signed report."""
    found = _public(code, pk)
    try:
        return kept_paper(found.file, found.file_name)
    except NotGivenOut as lost:
        raise Http404 from lost


def _public(code: str, pk: int) -> PilotReview:
    """One that nobody opened does not exist."""
    reviews = PilotReview.objects.public().for_pages()
    return get_object_or_404(reviews, pk=pk, pilot__code=code)
