"""Which door stands before which room, and when does a session end?"""

import re
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _

from motcua.accounts import assurance
from motcua.accounts.http import session_over

OFFICERS_ROOMS = re.compile(r"^/(en/)?(can-bo|bien-tap)/")
EDITORS_ROOM = re.compile(r"^/(en/)?bien-tap/")
OFFICERS_PAPERS = re.compile(r"^/(en/)?tai-khoan/can-bo/")
"""Where officers look after password and second factor; open while the second lock is closed."""

SEEN_AT_KEY = "accounts.seen_at"
SECONDS_BETWEEN_NOTES = 60
"""How often an active session writes down that it is active."""

Answer = Callable[[HttpRequest], HttpResponse]


class SessionLimits:
    """Ends sessions that nobody uses, and every session after a working day."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self.end_or_note(request)
        return self.get_response(request)

    def end_or_note(self, request: HttpRequest) -> None:
        now = time.time()
        if self.is_over(request, now):
            logout(request)
            request.session_is_over = True  # type: ignore[attr-defined]
        elif now - request.session.get(SEEN_AT_KEY, 0) > SECONDS_BETWEEN_NOTES:
            request.session[SEEN_AT_KEY] = now

    def is_over(self, request: HttpRequest, now: float) -> bool:
        idle: float = now - request.session.get(SEEN_AT_KEY, now)
        age: float = now - request.session.get(assurance.SIGNED_IN_AT_KEY, now)
        return idle > settings.SESSION_IDLE_SECONDS or age > settings.SESSION_COOKIE_AGE


class Doors(LoginRequiredMiddleware):
    """Every room is locked unless its view is open; officers' rooms have a second lock.

    A session of the citizens' door alone never opens an officers' room, even for the same person.
    """

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponse | None:
        if self.is_open(request, view_func):
            return None
        if not request.user.is_authenticated:
            return self.handle_no_permission(request, view_func)
        return self.check_locks(request)

    def is_open(self, request: HttpRequest, view_func: Any) -> bool:
        """No view opens an officers' room: Wagtail's API views would (their library says so)."""
        says_so = not getattr(view_func, "login_required", True)
        return bool(says_so and not OFFICERS_ROOMS.match(request.path_info))

    def check_locks(self, request: HttpRequest) -> HttpResponse | None:
        """Nothing where the session may go on, else the way to what is missing."""
        at_papers = OFFICERS_PAPERS.match(request.path_info)
        if assurance.waits_for_second_factor(request):
            return None if at_papers else _to(request, "mfa_activate_totp")
        if (at_papers or OFFICERS_ROOMS.match(request.path_info)) and not (
            assurance.is_officer_session(request)
        ):
            return _to(request, settings.OFFICER_LOGIN_URL)
        if EDITORS_ROOM.match(request.path_info):
            _check_editor(request)
        return None

    def get_login_url(self, view_func: Any) -> str:
        return settings.LOGIN_URL

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponse:
        """To the right door, with the way back; nothing that was typed is thrown away."""
        door = _door(request.path_info)
        is_over = getattr(request, "session_is_over", False)
        if request.method == "POST" or is_over:
            return session_over(request, door)
        return _to(request, door)


def _door(path: str) -> str:
    officers = OFFICERS_ROOMS.match(path) or OFFICERS_PAPERS.match(path)
    return settings.OFFICER_LOGIN_URL if officers else settings.LOGIN_URL


def _check_editor(request: HttpRequest) -> None:
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied(_("Tài khoản của bạn không có vai trò biên tập."))


def _to(request: HttpRequest, name: str) -> HttpResponse:
    back = request.get_full_path() if request.method == "GET" else "/"
    return redirect_to_login(back, resolve_url(name))
