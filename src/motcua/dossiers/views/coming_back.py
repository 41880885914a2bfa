"""Coming back to a draft on another device: the code to keep, and where it is typed in."""

from __future__ import annotations

import base64
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from motcua.dossiers import steps
from motcua.dossiers.drafting import codes, news, sharing
from motcua.dossiers.forms.sharing import CodeForm
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import CoApplicant, Draft
from motcua.dossiers.views.mine import on_my_draft
from motcua.operations import networks
from motcua.paperwork import qr
from motcua.ui.http import too_many

OPENED = "dossiers.opened_by_code"
"""Session key of the draft whose code and second fact were right."""


@never_cache
@on_my_draft
def code(request: Applicant, draft: Draft) -> HttpResponse:
    """What a code is for; POST makes one and shows it this once, to be printed or written down."""
    if request.method != "POST":
        told = {"draft": draft, "news": news.of(draft)}
        return render(request, "dossiers/apply/code.html", told)
    made = codes.written(codes.issue(draft, by=request.applicant))
    link = f"{settings.BASE_URL.rstrip('/')}{reverse('dossiers:open')}?{urlencode({'ma': made})}"
    drawn = base64.b64encode(qr.svg(link).encode()).decode()
    context = {
        "draft": draft,
        "made": made,
        "link": f"{settings.BASE_URL.rstrip('/')}{reverse('dossiers:open')}",
        "qr": f"data:image/svg+xml;base64,{drawn}",
        "days": settings.DRAFT_CODE_DAYS,
    }
    return render(request, "dossiers/apply/code.html", context)


@never_cache
@login_not_required
@sensitive_post_parameters("bon_so")
def open_by_code(request: HttpRequest) -> HttpResponse:
    """The code and a second fact; what they open is seen after signing in, and only by its people.

    Wrong and unknown answer alike, and the same limits hold as for looking up a dossier.
    """
    if request.method != "POST":
        form = CodeForm(initial={"ma": request.GET.get("ma", "")[:80]})
        return render(request, "dossiers/citizen/open.html", {"form": form})
    form = CodeForm(request.POST)
    return _try(request, form) if form.is_valid() else _ask_again(request, form)


def _try(request: HttpRequest, form: CodeForm) -> HttpResponse:
    typed = form.cleaned_data["ma"]
    tried = codes.attempted(network=networks.network(request.META), code=typed)
    if wait := tried.count():
        return too_many(request, wait=wait)
    draft = codes.opened(typed, form.cleaned_data["bon_so"])
    if draft is None:
        form.add_error(None, CodeForm.NOT_FOUND)
        return _ask_again(request, form)
    tried.give_back()
    request.session[OPENED] = draft.pk
    return redirect("dossiers:opened")


def _ask_again(request: HttpRequest, form: CodeForm) -> HttpResponse:
    return render(request, "dossiers/citizen/open.html", {"form": form})


@never_cache
@for_applicants
def opened(request: Applicant) -> HttpResponse:
    """Signed in after the code was right: on to the draft, or to the invitation to it."""
    draft = Draft.objects.unsubmitted().filter(pk=request.session.get(OPENED, 0)).first()
    if draft is None:
        return redirect("dossiers:open")
    if part := sharing.part_of(draft, request.user):
        draft.part = part
        return redirect(steps.steps_of(draft)[0].address)
    if CoApplicant.objects.waiting_for(request.user).filter(draft=draft).exists():
        return redirect(f"{reverse('dossiers:list')}#loi-moi")
    messages.warning(request, _("Mã này mở bản nháp của người khác. Hãy nhờ họ mời bạn cùng nộp."))
    return redirect("dossiers:list")
