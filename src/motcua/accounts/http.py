"""Who is at the counter, in the type of the request; and nobody's words are thrown away."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url

from motcua.accounts import assurance, rescuing
from motcua.accounts.models import Person
from motcua.operations import networks
from motcua.ui.http import Typed, typed


class Visitor(HttpRequest):
    """A request of anybody."""

    user: Person | AnonymousUser


class SignedIn(HttpRequest):
    """A request of a person who has signed in, by either door."""

    user: Person


View = Callable[..., HttpResponseBase]


def require_level(level: int) -> Callable[[View], View]:
    """Only for sessions in which the identity provider vouched at ``level`` or above.

    Others see what is missing and how to get it; the page they wanted is kept.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if assurance.level(request) >= level:
                return view(request, *args, **kwargs)
            return _level_too_low(request, level)

        return guarded

    return guard


def citizen_of(request: HttpRequest) -> Person | None:
    """Who signed in by the citizens' door; an officer's session writes as anybody does."""
    user = request.user
    return user if isinstance(user, Person) and assurance.level(request) else None


def _level_too_low(request: HttpRequest, needed: int) -> HttpResponse:
    shown = {
        "needed": needed,
        "level": assurance.level(request),
        "next": request.get_full_path() if request.method == "GET" else "",
    }
    return render(request, "accounts/citizen/level_too_low.html", shown, status=403)


def session_over(request: HttpRequest, door: str) -> HttpResponse:
    """The way to sign in again; what was sent waits for its page, or stays on this one."""
    is_post = request.method == "POST"
    sent, path = (typed(request), rescuing.path_of(request)) if is_post else (None, None)
    word = _rescue(request, path, sent) if path and sent else None
    shown = {
        "door": resolve_url(door),
        "next": (path or request.path) if is_post else request.get_full_path(),
        "typed": None if word else sent,
        "is_kept": word is not None,
    }
    page = render(request, "accounts/session_over.html", shown, status=403 if is_post else 401)
    if word:
        _remember(page, word, secure=request.is_secure())
    return page


def _rescue(request: HttpRequest, path: str, sent: Typed) -> str | None:
    """Files cannot wait: what came with one stays on the page that sends it again."""
    network, word = networks.network(request.META), request.COOKIES.get(rescuing.COOKIE, "")
    return rescuing.keep(path, sent.texts, network=network, word=word) if not sent.files else None


def _remember(page: HttpResponse, word: str, *, secure: bool) -> None:
    page.set_cookie(
        rescuing.COOKIE,
        word,
        max_age=settings.TYPED_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=secure,
    )
