"""How does somebody comment? On the whole or on one article, with or without an account."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from motcua.accounts.http import citizen_of
from motcua.consultations import actions, exceptions, guards
from motcua.consultations.forms.commenting import CommentForm
from motcua.consultations.models import Comment
from motcua.consultations.standing import standing
from motcua.consultations.views.public import article_of, opened
from motcua.filekeeping.exceptions import FileRefused
from motcua.operations import networks
from motcua.strangers import guards as machines
from motcua.strangers import proof_of_work

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.consultations.models import Article, Consultation

CONFLICT, TOO_MANY = 409, 429


@never_cache
@login_not_required
@sensitive_post_parameters("name", "email", "represents", "text")
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, code: str) -> HttpResponse:
    """The form; what was begun beside an article on the reading page goes on here."""
    found = opened(code)
    article = article_of(found, request.GET.get("dieu", ""))
    person = citizen_of(request)
    if not found.is_open:
        return _closed(request, found)
    if request.method == "POST" and "key" in request.POST:
        form = CommentForm(request.POST, request.FILES, is_known=person is not None)
        return _take(request, found, article, form)
    begun = {name: request.POST.get(name, "") for name in ("stance", "text")}
    form = CommentForm(initial=_known_of(person) | begun, is_known=person is not None)
    return _page(request, found, article, form)


@never_cache
@login_not_required
@require_safe
def sent(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Thanks, with the code; it shows nothing of what was written."""
    found = opened(code)
    made = get_object_or_404(
        Comment.objects.public_only().select_related("article"), consultation=found, form_key=key
    )
    after = made.article.position if made.article else 0
    shown = {
        "consultation": found,
        "standing": standing(found),
        "comment": made,
        "next": found.articles.filter(position__gt=after).first(),
    }
    return render(request, "consultations/public/sent.html", shown)


def _take(
    request: HttpRequest, found: Consultation, article: Article | None, form: CommentForm
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, found, article, form)
    person = citizen_of(request)
    writer = f"person {person.pk}" if person else form.cleaned_data["email"]
    if wait := guards.comments_of(networks.network(request.META), writer):
        return _too_many(request, found, article, form, wait)
    doubts = [] if person else machines.doubts(request.POST.dict(), form.cleaned_data["key"])
    try:
        made = actions.comment(found, form.said(article, doubts), person=person)
    except exceptions.NotOpen:
        return _closed(request, found)
    except FileRefused as refusal:
        form.add_error("file", str(refusal))
        return _page(request, found, article, form)
    return redirect("consultations:sent", made.consultation.code, made.form_key)


def _page(
    request: HttpRequest,
    found: Consultation,
    article: Article | None,
    form: CommentForm,
    *,
    status: int = 200,
) -> HttpResponse:
    here = reverse("consultations:comment", args=[found.code])
    at = f"{here}?dieu={article.position}" if article else here
    shown = {
        "consultation": found,
        "standing": standing(found),
        "article": article,
        "form": form,
        "action": at,
        "challenge": request.POST.get("challenge") or proof_of_work.new_challenge(),
        "proof": request.POST.get("proof", "")[:20],
        "is_known": "file" in form.fields,
        "sign_in": f"{reverse('accounts:citizen_sign_in')}?next={at}",
    }
    return render(request, "consultations/public/comment.html", shown, status=status)


def _closed(request: HttpRequest, found: Consultation) -> HttpResponse:
    """It closed, maybe while somebody typed: their words come back, with where to send them."""
    typed = request.POST.get("text", "")
    shown = {"consultation": found, "standing": standing(found), "typed": typed}
    return render(request, "consultations/public/closed.html", shown, status=CONFLICT)


def _too_many(
    request: HttpRequest,
    found: Consultation,
    article: Article | None,
    form: CommentForm,
    wait: timedelta,
) -> HttpResponse:
    minutes = max(1, ceil(wait.total_seconds() / 60))
    said = ngettext(
        "Đã có quá nhiều góp ý gửi từ đây. Hãy thử lại sau %(n)s phút; "
        "những gì bạn viết vẫn còn trên trang này.",
        "Đã có quá nhiều góp ý gửi từ đây. Hãy thử lại sau %(n)s phút; "
        "những gì bạn viết vẫn còn trên trang này.",
        minutes,
    )
    form.add_error(None, said % {"n": minutes})
    response = _page(request, found, article, form, status=TOO_MANY)
    response["Retry-After"] = str(ceil(wait.total_seconds()))
    return response


def _known_of(person: Person | None) -> dict[str, Any]:
    return {"name": person.full_name, "email": person.email} if person else {}
