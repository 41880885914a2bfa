"""The counter where anyone may ask how a dossier stands."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.operations import networks
from motcua.ui.http import too_many

from . import finding
from .answers import answer
from .attempts import attempted
from .forms import NOT_FOUND, LookUpForm


# It changes nothing and needs no cookie; and a token would make two equal answers differ.
@csrf_exempt
@never_cache
@login_not_required
@sensitive_post_parameters("bon_so")
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Where is my dossier? The QR code of a receipt fills in the code, never the second fact."""
    if request.method != "POST":
        return _ask(request, LookUpForm(initial={"ma": request.GET.get("ma", "")[:120]}))
    form = LookUpForm(request.POST)
    return _answer(request, form) if form.is_valid() else _ask(request, form)


def _answer(request: HttpRequest, form: LookUpForm) -> HttpResponse:
    code, digits = form.cleaned_data["ma"], form.cleaned_data["bon_so"]
    tried = attempted(network=networks.network(request.META), code=code)
    if wait := tried.count():
        return too_many(request, wait=wait)
    if not finding.known(code, digits):
        form.add_error(None, NOT_FOUND)
        return _ask(request, form)
    tried.give_back()
    shown = {"answer": answer(finding.dossier(code), timezone.now())}
    return render(request, "tracking/answer.html", shown)


def _ask(request: HttpRequest, form: LookUpForm) -> HttpResponse:
    return render(request, "tracking/look_up.html", {"form": form})
