"""Which posts are there, who holds them, and what has somebody held?"""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.staffing import actions, careers, opening, register
from motcua.staffing.exceptions import Refused
from motcua.staffing.forms.asking import AskForm
from motcua.staffing.http import Manager, for_managers


@require_safe
@for_managers
def posts(request: Manager) -> HttpResponse:
    """The posts of a day with their holders; of one office also its headcount."""
    form = AskForm(request.GET, houses=request.houses)
    asked = form.asked
    page = Paginator(register.posts(asked), register.PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "asked": asked,
        "day": form.day,
        "page": page,
        "rows": register.rows(page.object_list, asked.day),
        "headcount": register.headcount(asked.office, asked.day) if asked.office else None,
    }
    return render(request, "staffing/officer/posts.html", context)


@require_safe
@for_managers
def person(request: Manager, pk: int) -> HttpResponse:
    """All posts of somebody, past, present and future, and what was done about them."""
    found = get_object_or_404(careers.of_houses(request.houses), pk=pk)
    is_own = found == request.user
    context = {
        "person": found,
        "is_own": is_own,
        "career": careers.of(found, request.houses, is_own=is_own),
        "history": careers.history(found),
        "awaits": opening.awaits_activation(found),
    }
    return render(request, "staffing/officer/person.html", context)


@require_POST
@for_managers
def invite(request: Manager, pk: int) -> HttpResponse:
    """Send the letter once more."""
    found = get_object_or_404(careers.of_houses(request.houses), pk=pk)
    try:
        actions.invite(found, by=request.acting)
        messages.success(request, _("Đã xếp thư mở tài khoản để gửi lại."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("staff_desk:person", pk)
