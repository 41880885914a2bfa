"""What does a writer of procedures do? Begin a version of what is in force, or something new."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.catalog import drafting
from motcua.catalog.exceptions import CodeTaken, DraftWaits, Refused
from motcua.catalog.http import for_writers
from motcua.catalog.writing_forms import BeginForm, NewForm
from motcua.organizations.http import Officer

CONFLICT = 409


@require_http_methods(["GET", "POST"])
@for_writers
def begin(request: Officer) -> HttpResponse:
    """A draft with the content of what is in force, by the procedure's code."""
    typed = request.POST if request.method == "POST" else (request.GET or None)
    form = BeginForm(typed)
    if request.method == "POST" and form.is_valid() and form.has_seen:
        return _begin(request, form)
    status = CONFLICT if request.method == "POST" and form.is_valid() else 200
    return render(request, "catalog/officer/begin.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@for_writers
def begin_new(request: Officer) -> HttpResponse:
    """The first draft of a procedure that the portal does not have yet."""
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _begin_new(request, form)
    return render(request, "catalog/officer/begin_new.html", {"form": form})


def _begin_new(request: Officer, form: NewForm) -> HttpResponse:
    code = form.cleaned_data["code"]
    try:
        draft = form.begin(by=request.acting)
    except CodeTaken as taken:
        form.add_error("code", str(taken))
        shown = {"form": form, "taken": code, "waits": taken.waits}
        return render(request, "catalog/officer/begin_new.html", shown, status=CONFLICT)
    except Refused as refused:
        form.add_error(None, str(refused))
        return render(request, "catalog/officer/begin_new.html", {"form": form}, status=CONFLICT)
    messages.success(request, _("Đã lập bản nháp. Hãy soạn tiếp nội dung, rồi rà soát."))
    return redirect("catalog_desk:draft", code, draft.number)


def _begin(request: Officer, form: BeginForm) -> HttpResponse:
    code = form.procedure.code
    try:
        draft = drafting.begin(form.procedure, by=request.acting, in_force=form.seen)
    except DraftWaits as waits:
        messages.info(request, str(waits))
        return redirect("catalog_desk:draft", code, waits.number)
    except Refused as refused:
        form.add_error(None, str(refused))
        return render(request, "catalog/officer/begin.html", {"form": form}, status=CONFLICT)
    messages.success(request, _("Đã lập bản nháp với nội dung đang áp dụng. Hãy sửa rồi rà soát."))
    return redirect("catalog_desk:draft", code, draft.number)
