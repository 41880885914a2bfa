"""What goes around every request? Failures that pass, headers, and forms sent by our script."""

import logging
from collections.abc import Callable
from typing import Any, Final

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseRedirectBase
from django.urls import NoReverseMatch
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDictKeyError

from motcua.periods.closing import is_closed
from motcua.ui.http import try_again, without_database

logger = logging.getLogger("motcua.ui")

GetResponse = Callable[[HttpRequest], HttpResponse]

GONE: Final = (OperationalError, InterfaceError)
"""How Django says that the database is away, restarting, or gave up on this transaction."""
TAMPERED: Final = (ValueError, MultiValueDictKeyError, NoReverseMatch)
"""How Wagtail's admin fails at a number, field or address that its own pages never send."""

PERMISSIONS: Final = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
)
EDITING: Final = ("/bien-tap/", "/en/bien-tap/")
EDITING_POLICY: Final[dict[str, Any]] = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
}
"""Wagtail's admin has inline scripts and styles (docs/decisions/0003); it is behind sign-in."""


def page_policies(get_response: GetResponse) -> GetResponse:
    """No page may use camera, place or payment; only the editors' pages may hold inline scripts."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith(EDITING):
            response._csp_replace = EDITING_POLICY  # type: ignore[attr-defined]
        elif getattr(request, "is_dummy", False):  # a preview, which Wagtail shows in its frame
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        return response

    return answer


def caches(get_response: GetResponse) -> GetResponse:
    """Nothing that somebody with a session saw is kept, not even behind a shared computer's *Back*.

    Every page depends on cookies: text size and contrast for strangers too.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_vary_headers(response, ["Cookie"])
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.setdefault("Cache-Control", "private, no-store")
        return response

    return answer


def readable(get_response: GetResponse) -> GetResponse:
    """PostgreSQL takes no NUL: an address with one names nothing, a cookie with one is nobody's.

    Browsers send none; in a cookie it hides between quotation marks, as ``"\\000"``.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return get_response(request)

    return answer


def resend(get_response: GetResponse) -> GetResponse:
    """Tells ``resend.js`` in a header where to go next, so that the browser goes there itself.

    A script that followed the redirect would use up the message meant for the next page.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "X-Resend" in request.headers and isinstance(response, HttpResponseRedirectBase):
            response["X-Next"] = response.url
            response.status_code = 204
            del response["Location"]
        return response

    return answer


def one_way(get_response: GetResponse) -> GetResponse:
    """405 with a page: who opens the address of a button, or presses on a page, learns the way."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = without_database(request, "405.html", status=405)
            page["Allow"] = response["Allow"]
            return page
        return response

    return answer


class TryAgain:
    """Turns a lost database into a page with everything typed and one button.

    Failures outside of views (a session that cannot be read) come through ``views.server_error``.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not isinstance(failure, GONE):
            return None
        logger.warning("the database is away", exc_info=failure)
        return try_again(request)


class Closed:
    """409 where an office or a post closed meanwhile, and no room has words of its own for it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not is_closed(failure):
            return None
        logger.warning("nothing arrives at what is closed", exc_info=failure)
        return without_database(request, "409.html", status=409)


class EditorsForms:
    """400 where Wagtail's admin cannot read what was sent: its views trust what their pages send.

    It is logged as the failure that it may yet be.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not isinstance(failure, TAMPERED) or not request.path.startswith(EDITING):
            return None
        logger.error("an editors' page could not read what was sent", exc_info=failure)
        return without_database(request, "400.html", status=400)
