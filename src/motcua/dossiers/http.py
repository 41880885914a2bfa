"""Who is at the counter: an applicant, in their own affairs; how does a paper leave the house?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

from motcua.accounts import assurance
from motcua.accounts.http import SignedIn, require_level
from motcua.organizations.acting import Acting

if TYPE_CHECKING:
    from motcua.dossiers.models import StoredFile

SIGN_IN = reverse_lazy("accounts:citizen_sign_in")


class Applicant(SignedIn):
    """A request of a citizen who signed in by the citizens' door."""

    applicant: Acting


def for_applicants(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only who came by the citizens' door; an officer's session is sent there first.

    The level of identification that applying takes is the province's to set
    (``APPLICANT_ASSURANCE_LEVEL``; NĐ 69/2024/NĐ-CP names the levels).
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not assurance.level(request):
            here = request.get_full_path() if request.method == "GET" else request.path
            return redirect_to_login(here, str(SIGN_IN))
        applicant = cast("Applicant", request)
        applicant.applicant = Acting.citizen(applicant.user)
        enough = require_level(settings.APPLICANT_ASSURANCE_LEVEL)
        return enough(view)(applicant, *args, **kwargs)

    guarded.login_url = SIGN_IN  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    return guarded


def paper(kept: StoredFile | None, name: str) -> FileResponse:
    """A kept file, to be saved and not to be run; raises Http404 or FileLost."""
    if kept is None:
        raise Http404
    answer = FileResponse(
        kept.open(), as_attachment=True, filename=name, content_type=kept.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def private(answer: FileResponse) -> FileResponse:
    """No cache keeps it."""
    answer["Cache-Control"] = "private, no-store"
    return answer
