"""The editors' list of articles that name what ended, inside ``/bien-tap/``."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.accounts.http import SignedIn
from motcua.reorganization import editors_flags

A_PAGE = 50


@require_safe
def old_names(request: HttpRequest) -> HttpResponse:
    """Articles of one's corners that name what ended; what nobody looked at stands first."""
    found = editors_flags.of(request.user).open_first()
    named = found.select_related("plan", "article", "seen_by")
    shown: dict[str, Any] = {"flags": Paginator(named, A_PAGE).get_page(request.GET.get("p"))}
    return render(request, "reorganization/editor/old_names.html", shown)


@require_POST
def look_at(request: SignedIn, pk: int) -> HttpResponse:
    """*Đã xem*: of two at once the first stands there."""
    flag = get_object_or_404(editors_flags.of(request.user), pk=pk)
    if flag.look_at(by=request.user):
        messages.success(request, _("Đã ghi là bạn đã xem bài “%s”.") % flag.article.title)
    else:
        messages.info(request, _("Bài này đã có người xem trước bạn."))
    return redirect("reorganization_old_names")
