"""What does an asker see and do, signed in or with a link? The same page, the same words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.questions import exceptions, reading, standing
from motcua.questions.forms.asker import WordsForm
from motcua.questions.workflow import REOPEN, SUPPLEMENT, WITHDRAW

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import Question
    from motcua.questions.workflow import Move

DONE = {
    SUPPLEMENT.verb: _("Đã gửi phần bổ sung. Thời hạn chạy tiếp."),
    WITHDRAW.verb: _("Đã rút câu hỏi."),
    REOPEN.verb: _("Đã gửi đề nghị. Một người khác sẽ trả lời lại."),
}


def page(request: HttpRequest, question: Question, by: Acting, **where: Any) -> HttpResponse:
    """The question with its history, its answer and what can be done; ``where`` are addresses."""
    shown = {
        "question": question,
        "moves": {move.verb for move in question.moves_for(by)},
        "standing": standing.standing(question, timezone.now()),
        "steps": standing.steps(question),
        "answered_by": reading.answering_event(question) if question.is_answered else None,
        "files": question.attachments.select_related("file"),
        **where,
    }
    return render(request, "questions/citizen/detail.html", shown)


def make(
    request: HttpRequest, question: Question, by: Acting, move: Move, back: str
) -> HttpResponse:
    """Ask for the words that a move needs, and make it."""
    typed = request.POST if request.method == "POST" else None
    form = WordsForm(typed, verb=move.verb, initial={"revision": question.revision})
    if request.method == "POST" and form.is_valid():
        try:
            _verb(question, form.cleaned_data["revision"], move)(by, form.cleaned_data["words"])
            messages.success(request, DONE[move.verb])
        except exceptions.MoveRefused as refusal:
            messages.error(request, _for_askers(refusal))
        return redirect(back)
    shown = {"question": question, "form": form, "move": move, "back": back}
    return render(request, "questions/citizen/words.html", shown)


def _verb(question: Question, revision: int | None, move: Move) -> Callable[[Acting, str], object]:
    seen = question.as_seen(revision) if revision is not None else question
    verbs: dict[str, Callable[[Acting, str], object]] = {
        SUPPLEMENT.verb: lambda by, words: seen.supplement(by=by, text=words),
        WITHDRAW.verb: lambda by, words: seen.withdraw(by=by, reason=words),
        REOPEN.verb: lambda by, words: seen.reopen(by=by, reason=words),
    }
    return verbs[move.verb]


def _for_askers(refusal: exceptions.MoveRefused) -> str:
    """What an officer reads of a wrong post means to an asker that it is too late."""
    if isinstance(refusal, exceptions.NotYourMove):
        return _("Bước này không còn thực hiện được với câu hỏi này.")
    return str(refusal)
