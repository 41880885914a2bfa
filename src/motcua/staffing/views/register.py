"""Which posts are there, who holds them, and what has somebody held?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.staffing import actions, careers, numbers, opening, register
from motcua.staffing.exceptions import DoneBefore, Refused, TermsRefused
from motcua.staffing.forms.asking import AskForm
from motcua.staffing.forms.persons import NumberForm
from motcua.staffing.http import Manager, for_managers

if TYPE_CHECKING:
    from motcua.accounts.models import Person

INVALID, CONFLICT = 200, 409


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
        "unnumbered": register.unnumbered(asked),
        "headcount": register.headcount(asked.office, asked.day) if asked.office else None,
    }
    return render(request, "staffing/officer/posts.html", context)


@require_safe
@for_managers
def person(request: Manager, pk: int) -> HttpResponse:
    """All posts of somebody, past, present and future, and what was done about them."""
    found = get_object_or_404(careers.of_houses(request.houses), pk=pk)
    return _of_person(request, found, NumberForm(person=found))


@require_POST
@for_managers
def number(request: Manager, pk: int) -> HttpResponse:
    """Enter the personal number of somebody, or correct it."""
    found = get_object_or_404(careers.of_houses(request.houses), pk=pk)
    form = NumberForm(request.POST, person=found)
    if not form.is_valid():
        return _of_person(request, found, form, INVALID)
    try:
        form.make(by=request.acting)
    except TermsRefused as refused:
        form.add_error("personal_number", str(refused))
        return _of_person(request, found, form, CONFLICT)
    except DoneBefore as before:
        messages.success(request, str(before))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Đã ghi số định danh."))
    return redirect("staff_desk:person", pk)


def _of_person(
    request: Manager, found: Person, form: NumberForm, status: int = 200
) -> HttpResponse:
    is_own = found == request.user
    context = {
        "form": form,
        "number": numbers.masked(found),
        "is_proven": numbers.is_proven(found),
        "person": found,
        "is_own": is_own,
        "career": careers.of(found, request.houses, is_own=is_own),
        "history": careers.history(found),
        "awaits": opening.awaits_activation(found),
    }
    return render(request, "staffing/officer/person.html", context, status=status)


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
