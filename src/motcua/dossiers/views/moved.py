"""Who read what became of a draft whose procedure changed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.dossiers import steps
from motcua.dossiers.drafting import news
from motcua.dossiers.http import Applicant
from motcua.dossiers.models import Draft
from motcua.dossiers.views.mine import on_our_draft


@require_POST
@on_our_draft
def read(request: Applicant, draft: Draft) -> HttpResponse:
    """They read what changed: no page says it to them any more."""
    news.read(draft)
    way = [step.address for step in steps.steps_of(draft)]
    back = request.POST.get("back")
    return redirect(back if back in way else way[0])
