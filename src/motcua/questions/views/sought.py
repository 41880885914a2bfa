"""How does the duty post see to what nobody found?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.organizations.http import Officer, needs_hat
from motcua.questions import sought
from motcua.questions.exceptions import Refused
from motcua.questions.forms.sought import FinishForm
from motcua.questions.models import Sought, SoughtState

LAST, AT_ONCE = 20, 50


@require_safe
@needs_hat
def tasks(request: Officer) -> HttpResponse:
    """What waits, and what was done lately."""
    _tending(request)
    return _page(request)


@require_POST
@needs_hat
def take_up(request: Officer, pk: int) -> HttpResponse:
    """Say that one sees to it."""
    task = _task(request, pk)
    try:
        task.take_up(by=request.acting)
        messages.success(request, _("Đã nhận xử lý “%(words)s”.") % {"words": task.words})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("answers_desk:sought")


@require_POST
@needs_hat
def finish(request: Officer, pk: int) -> HttpResponse:
    """Say what was done; what was typed stays where something lacks."""
    task = _task(request, pk)
    form = FinishForm(request.POST, words=task.words, prefix=str(task.pk))
    if not form.is_valid():
        return _page(request, form, task, status=422)
    try:
        task.finish(by=request.acting, **form.cleaned_data)
        messages.success(request, _("Đã xong “%(words)s”.") % {"words": task.words})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("answers_desk:sought")


def _page(
    request: HttpRequest,
    form: FinishForm | None = None,
    of: Sought | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = []
    for task, counts in sought.counted(sought.waiting()[:AT_ONCE]):
        rows.append((task, counts, form if of and of.pk == task.pk else _form_of(task)))
    done = Sought.objects.filter(state=SoughtState.DONE).order_by("-done_on", "-pk")[:LAST]
    shown = {"rows": rows, "done": done}
    return render(request, "questions/officer/sought.html", shown, status=status)


def _form_of(task: Sought) -> FinishForm | None:
    """Only what somebody took up can be finished."""
    is_taken = task.state == SoughtState.TAKEN
    return FinishForm(words=task.words, prefix=str(task.pk)) if is_taken else None


def _task(request: Officer, pk: int) -> Sought:
    """The task as the page showed it; for others it does not exist."""
    _tending(request)
    task = get_object_or_404(Sought, pk=pk)
    revision = request.POST.get("revision", "")
    task.revision = int(revision[:9]) if revision.isdecimal() else 0
    return task


def _tending(request: Officer) -> None:
    if not sought.may_tend(request.acting):
        raise Http404
