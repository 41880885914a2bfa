"""What does an officer do with conclusions: enter, correct, open, make tasks of passages?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.directives import actions, desks, inbox
from motcua.directives.exceptions import Refused
from motcua.directives.forms.conclusion import CorrectForm, EnterForm, GiveForm, HideForm
from motcua.directives.models import Conclusion, ConclusionEvent
from motcua.filekeeping.exceptions import FileRefused, NotGivenOut
from motcua.filekeeping.http import attached, private
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.search.folding import fold, nfc
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from django.forms import Form

CONFLICT = 409
ON_A_PAGE = 50


@require_safe
@needs_hat
def conclusions(request: Officer) -> HttpResponse:
    """Those of the offices for which one gives, and those that gave one's own office a task."""
    words = nfc(request.GET.get("q", ""))[:200]
    found = Conclusion.objects.before(request.acting).for_pages().latest_first()
    for word in fold(words).split():
        found = found.filter(search_text__contains=word)
    rows = list(found.after(request.GET.get("sau", "")[:20])[: ON_A_PAGE + 1])
    context = {
        "words": words,
        "conclusions": rows[:ON_A_PAGE],
        "following": rows[ON_A_PAGE - 1].code if len(rows) > ON_A_PAGE else "",
        "may_enter": bool(desks.follows(request.acting)),
    }
    return render(request, "directives/officer/conclusions.html", context)


@require_safe
@needs_hat
def conclusion(request: Officer, code: str) -> HttpResponse:
    """The text in passages, each with the tasks that were made of it."""
    found = _on_my_desk(request, code)
    tasks = found.tasks.handled_by(request.acting).for_lists().select_related("passage")
    rows = inbox.rows(tasks.order_by("pk"), today(), working_calendar())
    text = found.text()
    words = {each.text for each in text}
    context = {
        "conclusion": found,
        "passages": [(each, [r for r in rows if r.task.quoted == each.text]) for each in text],
        "earlier": [row for row in rows if row.task.quoted not in words],
        "tasks": len(rows),
        "events": ConclusionEvent.objects.filter(conclusion=found).with_hands(),
        "may_give": found.organization_id in desks.follows(request.acting),
    }
    return render(request, "directives/officer/conclusion.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def enter(request: Officer) -> HttpResponse:
    """Paste, look at the passages, keep. What was typed stays where it fails."""
    if not desks.follows(request.acting):
        return render(request, "directives/officer/may_not_enter.html", status=200)
    form = EnterForm(request.POST or None, request.FILES or None, by=request.acting)
    if request.method == "POST" and form.is_valid() and "xem-truoc" not in request.POST:
        said = form.cleaned_data
        try:
            made = actions.enter(
                form.entered,
                said["organization"],
                by=request.acting,
                is_public=said["is_public"],
            )
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
            return _entering(request, form, status=CONFLICT)
        messages.success(request, _("Đã nhập kết luận. Bây giờ hãy giao nhiệm vụ từ từng đoạn."))
        return redirect("directives_desk:conclusion", made.code)
    return _entering(request, form)


@require_http_methods(["GET", "POST"])
@needs_hat
def correct(request: Officer, code: str) -> HttpResponse:
    """The next edition of a conclusion, with the reason."""
    found = _i_give(request, code)
    form = CorrectForm(request.POST or None, request.FILES or None, conclusion=found)
    if request.method == "POST" and form.is_valid() and "xem-truoc" not in request.POST:
        said = form.cleaned_data
        try:
            actions.correct(
                found, form.entered, by=request.acting, seen=said["edition"], reason=said["reason"]
            )
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
            return _entering(request, form, conclusion=found, status=CONFLICT)
        messages.success(request, _("Đã đính chính. Nhiệm vụ đã giao giữ nguyên văn khi giao."))
        return redirect("directives_desk:conclusion", code)
    return _entering(request, form, conclusion=found)


@require_POST
@needs_hat
def publish(request: Officer, code: str) -> HttpResponse:
    """Everybody may read it from now on."""
    actions.publish(_i_give(request, code), by=request.acting)
    messages.success(request, _("Kết luận đã công khai."))
    return redirect("directives_desk:conclusion", code)


@require_http_methods(["GET", "POST"])
@needs_hat
def hide(request: Officer, code: str) -> HttpResponse:
    """Nobody outside the offices reads it from now on."""
    found = _i_give(request, code)
    form = HideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.hide(found, by=request.acting, reason=form.cleaned_data["reason"])
        messages.success(request, _("Kết luận và các nhiệm vụ của nó không còn công khai."))
        return redirect("directives_desk:conclusion", code)
    return _page(request, "hide", form, found)


@require_http_methods(["GET", "POST"])
@needs_hat
def give(request: Officer, code: str, pk: int) -> HttpResponse:
    """Make a task of one passage."""
    found = _i_give(request, code)
    passage = get_object_or_404(found.passages.filter(edition=found.edition), pk=pk)
    form = GiveForm(request.POST or None, conclusion=found, passage=passage)
    if request.method == "POST" and form.is_valid():
        try:
            task = actions.give(found, form.given, by=request.acting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _page(request, "give", form, found, status=CONFLICT, passage=passage)
        messages.success(request, _("Đã giao %(code)s.") % {"code": task.code})
        return redirect("directives_desk:conclusion", code)
    return _page(request, "give", form, found, passage=passage)


@require_safe
@needs_hat
def file(request: Officer, code: str) -> HttpResponseBase:
    """The signed paper."""
    found = get_object_or_404(
        Conclusion.objects.before(request.acting).exclude(file=None).for_pages(), code=code
    )
    try:
        return private(attached(found.file, found.file_name))
    except NotGivenOut as lost:
        messages.error(request, str(lost))
        return redirect("directives_desk:conclusion", code)


def _on_my_desk(request: Officer, code: str) -> Conclusion:
    """A conclusion that concerns neither giver nor owner does not exist."""
    return get_object_or_404(Conclusion.objects.before(request.acting).for_pages(), code=code)


def _i_give(request: Officer, code: str) -> Conclusion:
    """One of an office for which one does not give cannot be changed: it does not exist."""
    return get_object_or_404(Conclusion.objects.followed_by(request.acting).for_pages(), code=code)


def _entering(
    request: Officer, form: Form, conclusion: Conclusion | None = None, status: int = 200
) -> HttpResponse:
    """The form, with the passages as they would be kept where somebody asked for them."""
    shows = request.method == "POST"
    return _page(request, "enter", form, conclusion, status=status, shows_pieces=shows)


def _page(
    request: Officer,
    name: str,
    form: Form,
    conclusion: Conclusion | None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"form": form, "conclusion": conclusion, **more}
    return render(request, f"directives/officer/{name}.html", context, status=status)
