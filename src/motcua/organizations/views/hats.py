"""The officer says in which post they act."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from motcua.organizations import hats as closet
from motcua.organizations.forms import HatForm
from motcua.organizations.http import Officer
from motcua.ui import doors


@require_safe
def hats(request: Officer) -> HttpResponse:
    choices = [(hat, hat.is_worn_in(request.acting)) for hat in closet.all_of(request.user)]
    page = {"hats": choices, "next": request.GET.get("next", "")}
    return render(request, "organizations/officer/hats.html", page)


@require_POST
def choose_hat(request: Officer) -> HttpResponse:
    form = HatForm(request.POST, person=request.user)
    if form.is_valid():
        closet.put_on(form.chosen(), request.session)
        return redirect(_on_this_site(request, request.POST.get("next", "")))
    messages.error(request, " ".join(map(str, form.errors.get("hat", []))))
    return redirect("organizations:hats")


def _on_this_site(request: HttpRequest, address: str) -> str:
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else doors.address(doors.DESK) or "/"
