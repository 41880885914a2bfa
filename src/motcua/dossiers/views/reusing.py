"""Filling in a draft from one's own earlier dossiers: shown first, taken only as one agrees."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from motcua.dossiers.drafting import news, reusing
from motcua.dossiers.http import Applicant
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.views.mine import on_my_draft


@on_my_draft
def reuse(request: Applicant, draft: Draft) -> HttpResponse:
    """Which dossier, then what of it; POST fills in what is marked."""
    context: dict[str, Any] = {"draft": draft, "news": news.of(draft)}
    code = request.POST.get("tu") or request.GET.get("tu", "")
    if not code:
        context["earlier"] = reusing.earlier(draft, by=request.applicant)
        return render(request, "dossiers/apply/reuse.html", context)
    mine = Dossier.objects.applied_for_by(request.user).select_related("version__procedure")
    dossier = get_object_or_404(mine, code=code)
    if request.method == "POST":
        return _take(request, draft, dossier)
    context |= {"dossier": dossier, "offers": reusing.offers(draft, dossier)}
    return render(request, "dossiers/apply/reuse.html", context)


def _take(request: Applicant, draft: Draft, dossier: Dossier) -> HttpResponse:
    agreed, pages = {*request.POST.getlist("lay")}, {*request.POST.getlist("trang")}
    if pages:
        agreed |= {one.path for one in reusing.offers(draft, dossier) if one.page in pages}
    count = reusing.take(draft, dossier, agreed, by=request.applicant)
    if count:
        words = _("Đã điền %(count)s câu trả lời từ hồ sơ %(code)s. Hãy kiểm tra lại từng trang.")
        messages.success(request, words % {"count": count, "code": dossier.code})
    else:
        messages.info(request, _("Chưa lấy câu trả lời nào."))
    return redirect("apply:office", draft.version.procedure.code, draft.key)
