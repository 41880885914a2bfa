"""Who is at the counter: an applicant, in their own affairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

from motcua.accounts import assurance
from motcua.accounts.http import SignedIn, require_level, session_over
from motcua.organizations.acting import Acting

SIGN_IN = reverse_lazy("accounts:citizen_sign_in")


class Applicant(SignedIn):
    """A request of a citizen who signed in by the citizens' door."""

    applicant: Acting


def for_applicants(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only who came by the citizens' door; an officer's session is sent there first, and what it
    sent meanwhile waits as after the end of a session.

    The level of identification that applying takes is the province's to set
    (``APPLICANT_ASSURANCE_LEVEL``; NĐ 69/2024/NĐ-CP names the levels).
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not assurance.level(request):
            if request.method == "POST":
                return session_over(request, str(SIGN_IN))
            return redirect_to_login(request.get_full_path(), str(SIGN_IN))
        applicant = cast("Applicant", request)
        applicant.applicant = Acting.citizen(applicant.user)
        enough = require_level(settings.APPLICANT_ASSURANCE_LEVEL)
        return enough(view)(applicant, *args, **kwargs)

    guarded.login_url = SIGN_IN  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    return guarded
