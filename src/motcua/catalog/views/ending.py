"""How does a publisher let a procedure end? With day, decision and what replaces it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.catalog.exceptions import Refused
from motcua.catalog.http import for_publishers
from motcua.catalog.writing_forms import EndForm, FindForm
from motcua.organizations.http import Officer

CONFLICT = 409


@require_http_methods(["GET", "POST"])
@for_publishers
def end(request: Officer) -> HttpResponse:
    """First which procedure, then how it ends."""
    found = FindForm(request.POST if request.method == "POST" else (request.GET or None))
    if not found.is_bound or not found.is_valid() or found.version is None:
        return render(request, "catalog/officer/end.html", {"found": found})
    form = EndForm(request.POST or None, version=found.version)
    if request.method == "POST" and form.is_valid():
        return _end(request, found, form)
    return _ask(request, found, form)


def _end(request: Officer, found: FindForm, form: EndForm) -> HttpResponse:
    try:
        ending = form.end(by=request.acting)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _ask(request, found, form, CONFLICT)
    told = {"code": ending.procedure.code, "day": f"{ending.ends_on:%d/%m/%Y}"}
    messages.success(request, _("Thủ tục %(code)s hết áp dụng từ ngày %(day)s.") % told)
    return redirect(ending.procedure.get_absolute_url())


def _ask(request: Officer, found: FindForm, form: EndForm, status: int = 200) -> HttpResponse:
    shown = {"found": found, "form": form}
    return render(request, "catalog/officer/end.html", shown, status=status)
