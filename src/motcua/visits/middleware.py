"""Which answers count as a visit? A public page, shown whole, to somebody who is no program."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from motcua.operations import networks
from motcua.visits.agents import is_person
from motcua.visits.keeper import keeper

NOT_PUBLIC = re.compile(r"^/(en/)?(can-bo|bien-tap|tai-khoan)/")
"""Desks, the editors' rooms and one's own account: signing in is no visit either."""
NOT_READ = frozenset({"HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_RESEND"})
"""Headers of what nobody looks at yet, or of a form that a script sends. Asked of ``META``, because
``request.headers`` would copy them all for every page."""

Answer = Callable[[HttpRequest], HttpResponse]


def visits(get_response: Answer) -> Answer:
    """Count the public pages that people see, after they were answered."""
    keeper().start()

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _is_a_page(request, response) and _is_public(request):
            _count(request)
        return response

    return answer


def _is_a_page(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        request.method == "GET"
        and response.status_code == HTTPStatus.OK
        and response.get("Content-Type", "").startswith("text/html")
        and NOT_READ.isdisjoint(request.META)
    )


def _is_public(request: HttpRequest) -> bool:
    """Whether it is open to everyone, by the same word that opens its door."""
    match = request.resolver_match
    if match is None or NOT_PUBLIC.match(request.path_info):
        return False
    return not getattr(match.func, "login_required", True)


def _count(request: HttpRequest) -> None:
    agent = request.META.get("HTTP_USER_AGENT", "")
    if is_person(agent):
        keeper().start()
        keeper().counter.count(networks.network(request.META), agent, timezone.now())
