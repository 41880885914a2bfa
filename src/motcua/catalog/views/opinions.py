"""Did the page help? Readers say it on a page of its own; whoever keeps the catalog reads it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.catalog import feedback
from motcua.catalog.http import for_keepers
from motcua.catalog.models import PageOpinion, ProcedureVersion
from motcua.catalog.opinion_form import OpinionForm
from motcua.operations import networks
from motcua.organizations.http import Officer
from motcua.periods import clock
from motcua.strangers import proof_of_work
from motcua.strangers.guards import HONEYPOT
from motcua.ui.http import too_many

ON_A_PAGE = 50


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and thanks; a second word of the same network is thanked for and not kept."""
    today = ProcedureVersion.objects.published().on(clock.today()).select_related("procedure")
    version = get_object_or_404(today, procedure__code=code)
    if request.method != "POST":
        return _page(request, version, OpinionForm.hinted(request.GET.get("huu-ich")))
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return _page(request, version, form)
    network = networks.network(request.META)
    if wait := feedback.wait_of(network):
        return too_many(request, wait=wait)
    feedback.take(version, form.cleaned_data, request.POST, network=network)
    return redirect(f"{reverse('catalog:say', args=[code])}?cam-on")


@require_safe
@for_keepers
def opinions(request: Officer) -> HttpResponse:
    """How many found which page helpful, and what they wrote, the newest first."""
    said = PageOpinion.objects.select_related("procedure")
    code = request.GET.get("ma", "").replace("\x00", "")[:8]
    written = (said.filter(procedure__code=code) if code else said).exclude(words="")
    pages = Paginator(written.order_by("is_doubtful", "-day", "-pk"), ON_A_PAGE)
    shown = {
        "counts": _named(said.by_procedure()[:ON_A_PAGE]),
        "page": pages.get_page(request.GET.get("trang")),
        "code": code,
    }
    return render(request, "catalog/officer/opinions.html", shown)


def _named(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """With what the procedures are called today; one query."""
    counted = list(rows)
    codes = [row["procedure__code"] for row in counted]
    today = ProcedureVersion.objects.published().on(clock.today()).filter(procedure__code__in=codes)
    names = dict(today.values_list("procedure__code", "name"))
    return [row | {"name": names.get(row["procedure__code"], "")} for row in counted]


def _page(request: HttpRequest, version: ProcedureVersion, form: OpinionForm) -> HttpResponse:
    shown = {
        "version": version,
        "form": form,
        "has_said": "cam-on" in request.GET,
        "challenge": proof_of_work.new_challenge(),
        "honeypot": HONEYPOT,
    }
    return render(request, "catalog/opinion.html", shown)
