"""Whom did the rules on duties turn away? For heads and for posts that oversee."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.dossiers import overseeing
from motcua.dossiers.forms.clashes import ClashForm
from motcua.organizations.heaps import key_of
from motcua.organizations.http import Officer, needs_hat
from motcua.organizations.models import Organization


@require_safe
@needs_hat
def clashes(request: Officer) -> HttpResponse:
    """The newest first, with how many there are of each kind."""
    seen, form = overseeing.seen_by(_houses(request)), ClashForm(request.GET)
    rows = list(form.listed(seen)[: overseeing.PAGE + 1])
    shown, more = rows[: overseeing.PAGE], len(rows) > overseeing.PAGE
    page = {
        "form": form,
        "counts": form.counts(seen),
        "rows": shown,
        "following": key_of(shown[-1].at, shown[-1].pk) if more else "",
    }
    return render(request, "dossiers/officer/clashes.html", page)


@require_safe
@needs_hat
def download(request: Officer) -> HttpResponse:
    """The same list as CSV, all pages of it."""
    form = ClashForm(request.GET)
    text = overseeing.sheet(form.listed(overseeing.seen_by(_houses(request))))
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="tach-bach-nhiem-vu.csv"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _houses(request: Officer) -> list[Organization]:
    """For who oversees nothing the list does not exist."""
    houses = overseeing.houses(request.acting)
    if not houses:
        raise Http404
    return houses
