"""How does somebody ask? They write, look at what was answered before, prove an address, send."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.http import citizen_of
from motcua.operations import networks
from motcua.questions import begun, choosing, guards, http, similar
from motcua.questions.forms.asking import AskForm
from motcua.questions.models import Inquiry, Question
from motcua.strangers import proof_of_work

if TYPE_CHECKING:
    from motcua.accounts.models import Person

EDITABLE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@login_not_required
@sensitive_post_parameters("name", "email", "phone", "address", "text")
@EDITABLE
def ask(request: HttpRequest) -> HttpResponse:
    """The form, filled with what is known; what is right goes on to the look at what was asked."""
    person = citizen_of(request)
    if request.method == "POST":
        return _take(request, AskForm(request.POST, is_known=person is not None))
    begin = _known_of(person) | _hinted(request)
    form = AskForm(initial=begin, is_known=person is not None)
    return _page(request, form)


@never_cache
@login_not_required
@sensitive_post_parameters("name", "email", "phone", "address", "text")
@EDITABLE
def rewrite(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same form with what was typed, as long as it was not sent."""
    inquiry = http.inquiry_of(request, key)
    if inquiry.is_sent:
        return redirect("questions:sent", key)
    known = citizen_of(request) is not None
    if request.method == "POST":
        return _take(request, AskForm(request.POST, is_known=known), inquiry)
    form = AskForm(initial=inquiry.typed | {"key": inquiry.key}, is_known=known)
    return _page(request, form, inquiry)


@login_not_required
@require_safe
def similar_ones(request: HttpRequest) -> HttpResponse:
    """What resembles ``?q=``, as a part of a page, for the script that asks while one types."""
    found = similar.to(request.GET.get("q", "")[:200])
    return render(request, "questions/public/parts/similar.html", {"similar": found})


def _take(request: HttpRequest, form: AskForm, inquiry: Inquiry | None = None) -> HttpResponse:
    if wait := guards.writings_of(networks.network(request.META)):
        return _too_many(request, form, wait)
    if not form.is_valid():
        return _page(request, form, inquiry)
    where, ours = inquiry or form.cleaned_data["key"], http.begun_by(request)
    kept = begun.keep(form.typed, where, sent=request.POST.dict(), ours=ours)
    if follows := _followed(request):
        kept.go_on_from(follows)
    http.remember(request, kept)
    return redirect("questions:check", kept.key)


def _page(
    request: HttpRequest, form: AskForm, inquiry: Inquiry | None = None, *, status: int = 200
) -> HttpResponse:
    shown = {
        "form": form,
        "inquiry": inquiry,
        "challenge": form["challenge"].value() or proof_of_work.new_challenge(),
        "follows": _followed(request),
        "signed": (request.POST.get("khoa") or request.GET.get("khoa") or "")[:200],
        "is_known": form.is_known,
        "sign_in": f"{reverse('accounts:citizen_sign_in')}?next={reverse('questions:ask')}",
    }
    return render(request, "questions/public/ask.html", shown, status=status)


def _too_many(request: HttpRequest, form: AskForm, wait: timedelta) -> HttpResponse:
    """The page as it is, with everything typed, and when to come again."""
    form.add_error(None, too_many_words(wait))
    response = _page(request, form, status=429)
    response["Retry-After"] = str(ceil(wait.total_seconds()))
    return response


def too_many_words(wait: timedelta) -> str:
    """When to try again; nothing that was typed is lost."""
    minutes = max(1, ceil(wait.total_seconds() / 60))
    said = ngettext(
        "Đã có quá nhiều câu hỏi gửi từ đây. Hãy thử lại sau %(n)s phút; "
        "những gì bạn viết vẫn còn trên trang này.",
        "Đã có quá nhiều câu hỏi gửi từ đây. Hãy thử lại sau %(n)s phút; "
        "những gì bạn viết vẫn còn trên trang này.",
        minutes,
    )
    return said % {"n": minutes}


def _known_of(person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {"name": person.full_name, "email": person.email, "phone": person.phone}


def _hinted(request: HttpRequest) -> dict[str, Any]:
    """From ``?tieu-de=…&thu-tuc=…&co-quan=…&theo=…``: whence somebody came."""
    told = {
        "title": request.GET.get("tieu-de", "")[:200],
        "procedure": request.GET.get("thu-tuc", "")[:8],
        "organization": request.GET.get("co-quan", "")[:35],
    }
    if before := _public(request.GET.get("theo", "")) or _followed(request):
        told |= {
            "category": before.category.slug if before.category else "",
            "procedure": before.procedure.code if before.procedure else "",
            "organization": before.organization.identifier,
        }
    return {name: value.replace("\x00", "") for name, value in told.items() if value}


def _public(code: str) -> Question | None:
    """A published question that somebody read before asking."""
    fitting = choosing.Wish.read({"sau": code}).before
    return Question.objects.published().for_pages().filter(code=fitting).first()


def _followed(request: HttpRequest) -> Question | None:
    """The asker's own answered question, after which they ask on."""
    code = request.GET.get("theo", "") or request.POST.get("theo", "")
    found = Question.objects.for_pages().filter(code=code[:24].replace("\x00", "")).first()
    if found is None or not found.is_answered or not http.may_follow(request, found):
        return None
    return found
