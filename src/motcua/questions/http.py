"""Who stands at the counter where questions are asked, and what did they begin to write?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

from motcua.accounts import assurance
from motcua.accounts.http import SignedIn, citizen_of
from motcua.organizations.acting import Acting
from motcua.questions import follow_links
from motcua.questions.models import Inquiry

if TYPE_CHECKING:
    from motcua.questions.models import Question

BEGUN = "questions.begun"
"""Keys of the inquiries that this browser began, in its session; kept through a sign-in."""
MOST = 10
SIGN_IN = reverse_lazy("accounts:citizen_sign_in")


class Asker(SignedIn):
    """A request of somebody who signed in by the citizens' door, about their own questions."""

    acting: Acting


def for_askers(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only who came by the citizens' door, at any level; an officer's session is sent there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not assurance.level(request):
            here = request.get_full_path() if request.method == "GET" else request.path
            return redirect_to_login(here, str(SIGN_IN))
        asker = cast("Asker", request)
        asker.acting = Acting.citizen(asker.user)
        return view(asker, *args, **kwargs)

    guarded.login_url = SIGN_IN  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    return guarded


def acting_of(request: HttpRequest) -> Acting:
    """As whom a question is sent: the citizen, or the machine for somebody without an account."""
    person = citizen_of(request)
    return Acting.citizen(person) if person else Acting.machine()


def begun_by(request: HttpRequest) -> list[str]:
    """Keys of what this browser began."""
    keys: list[str] = request.session.get(BEGUN, [])
    return keys


def remember(request: HttpRequest, inquiry: Inquiry) -> None:
    """This browser may open the inquiry from now on."""
    keys = [one for one in begun_by(request) if one != str(inquiry.key)]
    request.session[BEGUN] = [*keys, str(inquiry.key)][-MOST:]


def inquiry_of(request: HttpRequest, key: UUID) -> Inquiry:
    """An inquiry that this browser began; anybody else's does not exist."""
    found = Inquiry.objects.select_related("question", "follows").filter(key=key).first()
    if found is None or str(key) not in begun_by(request):
        raise Http404
    return found


def may_follow(request: HttpRequest, question: Question) -> bool:
    """Whether this is the asker of an answered question, who may ask on."""
    person = citizen_of(request)
    if question.asker_id:
        return person is not None and person.pk == question.asker_id
    signed = request.POST.get("khoa") or request.GET.get("khoa") or ""
    return person is None and follow_links.code_in(signed) == question.code
