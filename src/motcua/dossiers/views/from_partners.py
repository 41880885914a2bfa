"""What partners fill in beforehand: their programs' door, and what the citizen sees of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from motcua.accounts.attempts import Attempted
from motcua.dossiers import steps
from motcua.dossiers.drafting import openapi as description
from motcua.dossiers.drafting import partner_answers, partners
from motcua.dossiers.exceptions import PrefillRefused, TooLate
from motcua.dossiers.http import Applicant, for_applicants
from motcua.operations import networks

PROBLEM = "application/problem+json"


@csrf_exempt  # it is the signature that says who asks; no cookie counts here
@never_cache
@login_not_required
@require_POST
def prefill(request: HttpRequest) -> HttpResponse:
    """A partner's signed request (JWS as the body); answers with the link for the citizen."""
    tried = Attempted(
        "prefill", settings.PARTNER_ALLOWANCES, network=networks.network(request.META)
    )
    try:
        if tried.count():
            raise PrefillRefused("too_many", _("Quá nhiều yêu cầu. Hãy thử lại sau."), status=429)
        kept, word = partners.receive(_body(request))
    except PrefillRefused as refusal:
        told = {"title": refusal.code, "detail": str(refusal), "status": refusal.status}
        return JsonResponse(told, status=refusal.status, content_type=PROBLEM)
    address = reverse("apply:offered", args=[kept.version.procedure.code, word])
    link = settings.BASE_URL.rstrip("/") + address
    return JsonResponse({"link": link, "expires_at": kept.expires_at.isoformat()}, status=201)


def _body(request: HttpRequest) -> str:
    """The token; what is no ASCII is none."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    if not told.isdecimal() or int(told[:9]) > partners.LONGEST:
        raise PrefillRefused("too_large", _("Yêu cầu dài quá."), status=413)
    return request.body.decode("ascii", errors="replace").strip()


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """What this interface takes and answers, for programs (OpenAPI 3.1)."""
    return JsonResponse(description.document(settings.BASE_URL), json_dumps_params={"indent": 1})


@never_cache
@for_applicants
def offered(request: Applicant, code: str, word: str) -> HttpResponse:
    """What came from whom; POST makes a draft of it."""
    found = partners.waiting(word, request.user)
    if found is None or found.version.procedure.code != code:
        raise Http404
    if request.method == "POST" or found.draft is not None:
        try:
            draft = found.draft or partners.take(found, by=request.applicant)
        except TooLate:
            raise Http404 from None
        return redirect(steps.steps_of(draft)[0].address)
    came = partner_answers.shown(found.version, found.answers)
    context = {"found": found, "version": found.version, "came": came}
    return render(request, "dossiers/apply/offered.html", context)
