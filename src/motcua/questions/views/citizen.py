"""What somebody who signed in sees of their own questions, and does with them."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from motcua.filekeeping.http import given_out
from motcua.questions import standing
from motcua.questions.http import Asker, for_askers
from motcua.questions.models import Question
from motcua.questions.views import asker
from motcua.questions.workflow import Move

MOST = 200
"""So many of one's own questions are listed; nobody asks more."""


@for_askers
def my_questions(request: Asker) -> HttpResponse:
    mine = Question.objects.of(request.user).for_pages().newest_first()[:MOST]
    rows = standing.standings(mine, timezone.now())
    return render(request, "questions/citizen/list.html", {"rows": rows})


@for_askers
def detail(request: Asker, code: str) -> HttpResponse:
    question = _mine(request, code)
    return asker.page(
        request,
        question,
        request.acting,
        layout="ui/layouts/citizen.html",
        home=reverse("my_questions:list"),
        verb_at={
            verb: reverse(f"my_questions:{verb}", args=[code])
            for verb in ("supplement", "withdraw", "reopen")
        },
        follow_up=f"{reverse('questions:ask')}?theo={code}",
        file_at="my_questions:attachment",
    )


@for_askers
def make_move(request: Asker, code: str, move: Move) -> HttpResponse:
    question = _mine(request, code)
    back = reverse("my_questions:detail", args=[code])
    return asker.make(request, question, request.acting, move, back)


@for_askers
def attachment(request: Asker, code: str, pk: int) -> HttpResponseBase:
    """One of the asker's own files."""
    question = _mine(request, code)
    found = get_object_or_404(question.attachments.select_related("file"), pk=pk)
    return given_out(request, found, back=reverse("my_questions:detail", args=[code]))


def _mine(request: Asker, code: str) -> Question:
    """A stranger's question does not exist, rather than being forbidden."""
    return get_object_or_404(Question.objects.of(request.user).for_pages(), code=code)
