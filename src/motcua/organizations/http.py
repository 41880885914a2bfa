"""Who is at the counter, and in which post?"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.assurance import is_officer_session
from motcua.accounts.http import SignedIn
from motcua.organizations import hats
from motcua.organizations.acting import Acting

Rest = ParamSpec("Rest")


class Officer(SignedIn):
    """A request of somebody signed in; ``acting.post`` is None where no hat is worn."""

    acting: Acting


def acting_of(request: HttpRequest) -> Acting | None:
    """Who acts here: nobody; a citizen; or an officer in a post.

    A post is worn only in a session that came through the officers' door with both its locks: the
    same human signed in as a citizen acts as one.
    """
    if not request.user.is_authenticated:
        return None
    hat = hats.worn(request.user, request.session) if is_officer_session(request) else None
    return hat.acting if hat else Acting.citizen(request.user)


def needs_hat(
    view: Callable[Concatenate[Officer, Rest], HttpResponseBase],
) -> Callable[Concatenate[Officer, Rest], HttpResponseBase]:
    """A view that only somebody acting in a post may see; others first choose one."""

    @wraps(view)
    def with_hat(request: Officer, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if request.acting.post is None:
            return _choose_first(request)
        return view(request, *args, **kwargs)

    return with_hat


def _choose_first(request: HttpRequest) -> HttpResponse:
    here = request.get_full_path() if request.method == "GET" else ""
    return redirect(f"{reverse('organizations:hats')}?{urlencode({'next': here})}")
