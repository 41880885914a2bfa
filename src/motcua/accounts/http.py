"""Who is at the counter, in the type of the request."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.accounts import assurance
from motcua.accounts.models import Person


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
