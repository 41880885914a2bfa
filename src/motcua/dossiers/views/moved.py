"""What one does about a draft whose procedure changed or ended: read of it, copy it on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.dossiers import steps
from motcua.dossiers.drafting import copying, news
from motcua.dossiers.exceptions import NoHeir
from motcua.dossiers.http import Applicant
from motcua.dossiers.models import Draft
from motcua.dossiers.views.mine import on_my_draft, on_our_draft


@require_POST
@on_our_draft
def read(request: Applicant, draft: Draft) -> HttpResponse:
    """They read what changed: no page says it to them any more."""
    news.read(draft)
    here, back = steps.room_of(draft), request.POST.get("back", "")
    return redirect(back if back.startswith(here) else steps.steps_of(draft)[0].address)


@require_POST
@on_my_draft
def copy(request: Applicant, draft: Draft) -> HttpResponse:
    """To the procedure that stands in place of the ended one; pressed twice, it is one draft."""
    try:
        made, is_new = copying.copy(draft, request.POST.get("sang", ""), by=request.applicant)
    except NoHeir as refusal:
        messages.error(request, str(refusal))
        return redirect(steps.steps_of(draft)[0].address)
    if is_new:
        messages.success(request, _("Đã chép sang thủ tục thay thế. Bản nháp cũ vẫn còn."))
    return redirect(steps.steps_of(made)[0].address)
