"""How does somebody get, leave or lend a post? First who, then the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.organizations import rights
from motcua.organizations.models import Appointment, Organization, Post
from motcua.periods.clock import today
from motcua.staffing import careers, door, opening, workflow
from motcua.staffing.exceptions import DoneBefore, Refused, TermsRefused
from motcua.staffing.forms.acts import FORMS, NEEDS_PERSON, AppointForm
from motcua.staffing.http import Manager, for_managers

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.staffing.workflow import Move

CONFLICT = 409


@require_http_methods(["GET", "POST"])
@for_managers
def appoint(request: Manager, pk: int) -> HttpResponse:
    """Choose somebody, then say as what, from when and by which decision."""
    there = Post.objects.filter(rights.within(request.houses, "organization__"))
    post = get_object_or_404(there.select_related("organization"), pk=pk)
    context: dict[str, Any] = {"post": post, "move": workflow.APPOINT}
    return _choose_and_make(request, AppointForm, context, post=post)


@require_http_methods(["GET", "POST"])
@for_managers
def make_move(request: Manager, pk: int, move: Move) -> HttpResponse:
    """A move on an appointment that is there."""
    there = Appointment.objects.filter(rights.within(request.houses, "post__organization__"))
    told = there.select_related("person", "post__organization", "covers__person")
    held = get_object_or_404(told, pk=pk)
    context: dict[str, Any] = {"post": held.post, "held": held, "move": move}
    if against := _against(request, held, move):
        status = CONFLICT if request.method == "POST" else 200
        return _page(request, None, {**context, "against": against}, status)
    if move in NEEDS_PERSON:
        return _choose_and_make(request, FORMS[move.verb], context, held=held)
    return _answered(request, FORMS[move.verb], context, {"held": held})


def _against(request: Manager, held: Appointment, move: Move) -> str:
    """Why there is no form; what came before with the same form is answered as done."""
    return "" if door.was_made(request.POST.get("key", "")) else careers.against(held, move)


def _choose_and_make(
    request: Manager, form: type[Any], context: dict[str, Any], **about: Any
) -> HttpResponse:
    """Without somebody chosen in the address the page asks for them first."""
    person = _chosen(request)
    if person is None and "moi" not in request.GET:
        words = request.GET.get("q", "")
        found = {"words": words[:100], "found": careers.found(words[:100])}
        return render(request, "staffing/officer/choose.html", context | found)
    context["person"] = person
    return _answered(request, form, context, {"person": person, "by": request.acting, **about})


def _chosen(request: Manager) -> Person | None:
    """Somebody who works here; a citizen cannot be chosen by their number in an address."""
    said = request.GET.get("nguoi", "")
    if not said.isascii() or not said.isdigit():
        return None
    return get_object_or_404(opening.officers().filter(is_active=True), pk=said[:18])


def _answered(
    request: Manager, form_class: type[Any], context: dict[str, Any], about: dict[str, Any]
) -> HttpResponse:
    if door.was_made(request.POST.get("key", "")):
        messages.success(request, str(DoneBefore.message))
        return redirect("staff_desk:posts")
    form = form_class(request.POST or None, **about)
    if request.method == "POST" and form.is_valid():
        try:
            event = form.make(by=request.acting)
            messages.success(request, _("%(move)s: đã ghi.") % {"move": context["move"].label})
            return _after(request, event.changes.exclude(holder=None).last().holder)
        except DoneBefore as before:
            messages.success(request, str(before))
            return redirect("staff_desk:posts")
        except TermsRefused as refused:
            form.show(refused.problems)
        except Refused as refused:
            form.add_error(None, str(refused))
        return _page(request, form, context, status=CONFLICT)
    return _page(request, form, context)


def _page(request: Manager, form: Any, context: dict[str, Any], status: int = 200) -> HttpResponse:
    named = Organization.objects.with_names(today()).get(pk=context["post"].organization_id)
    shown = {"form": form, "office": named, **context}
    return render(request, "staffing/officer/act.html", shown, status=status)


def _after(request: Manager, person: Person) -> HttpResponse:
    """To the page of who was concerned, where there still is one."""
    if careers.of_houses(request.houses).filter(pk=person.pk).exists():
        return redirect("staff_desk:person", person.pk)
    return redirect("staff_desk:posts")
