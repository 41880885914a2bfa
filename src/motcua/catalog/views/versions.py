"""What does a keeper of the catalog see of all procedures, and of all versions of one?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.catalog import differences, endings, every_one
from motcua.catalog.compare_forms import CompareForm, WordsForm
from motcua.catalog.http import for_keepers
from motcua.catalog.models import Procedure
from motcua.organizations.http import Officer
from motcua.periods import clock

ON_A_PAGE = 30
LONGEST = 200


@require_safe
@for_keepers
def every(request: Officer) -> HttpResponse:
    """All procedures, or those of which a name or code is asked."""
    words = request.GET.get("q", "")[:LONGEST]
    page = Paginator(every_one.of(words, clock.today()), ON_A_PAGE)
    shown = {
        "form": WordsForm({"q": words}),
        "words": words,
        "page": page.get_page(request.GET.get("trang")),
    }
    return render(request, "catalog/officer/every.html", shown)


@require_safe
@for_keepers
def versions(request: Officer, code: str) -> HttpResponse:
    """The versions of a procedure, drafts included; any two of them side by side."""
    procedure = get_object_or_404(Procedure.objects.select_related("sector"), code=code)
    told = procedure.versions.select_related("published_by", "procedure").order_by("-number")
    form = CompareForm(request.GET or None, versions=list(told))
    chosen = form.chosen() if form.is_bound and form.is_valid() else None
    shown = {
        "procedure": procedure,
        "versions": form.versions,
        "end": endings.of(code, clock.today()),
        "form": form,
        "chosen": chosen,
        "difference": differences.between(*chosen) if chosen else None,
    }
    return render(request, "catalog/officer/versions.html", shown)
