"""How does somebody without an account find their question? By code and address, or a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.operations import networks
from motcua.organizations.acting import Acting
from motcua.questions import finding, follow_links, guards
from motcua.questions.forms.asker import NOT_FOUND, FollowForm
from motcua.questions.views import asker
from motcua.ui.http import too_many

if TYPE_CHECKING:
    from motcua.questions.models import Question
    from motcua.questions.workflow import Move


# It changes nothing and needs no cookie; and a token would make two equal answers differ.
@csrf_exempt
@never_cache
@login_not_required
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """The code and the address that was confirmed lead to the question."""
    form = FollowForm(request.POST or None, initial={"code": request.GET.get("ma", "")[:60]})
    if request.method != "POST" or not form.is_valid():
        return render(request, "questions/public/follow.html", {"form": form})
    tried = guards.look_up(networks.network(request.META), form.cleaned_data["code"])
    if wait := tried.count():
        return too_many(request, wait=wait)
    found = finding.known(form.cleaned_data["code"], form.cleaned_data["email"])
    if found is None:
        form.add_error(None, NOT_FOUND)
        return render(request, "questions/public/follow.html", {"form": form})
    tried.give_back()
    return redirect(follow_links.address(found))


@never_cache
@login_not_required
@require_safe
def followed(request: HttpRequest, token: str) -> HttpResponse:
    """The question behind a link that we signed; an old or a forged one leads to the form."""
    question = _behind(token)
    if question is None:
        return redirect("questions:follow")
    return asker.page(
        request,
        question,
        Acting.machine(),
        layout="ui/layouts/citizen.html",
        home="",
        verb_at={
            verb: reverse(f"questions:{verb}", args=[token])
            for verb in ("supplement", "withdraw", "reopen")
        },
        follow_up=f"{reverse('questions:ask')}?theo={question.code}&khoa={token}",
        file_at="",
    )


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def make_move(request: HttpRequest, token: str, move: Move) -> HttpResponse:
    """What an asker may do, done by the machine for whoever holds the link."""
    question = _behind(token)
    if question is None:
        return redirect("questions:follow")
    back = reverse("questions:followed", args=[token])
    return asker.make(request, question, Acting.machine(), move, back)


def _behind(token: str) -> Question | None:
    code = follow_links.code_in(token)
    return get_object_or_404(finding.behind(code)) if code else None
