"""Rights in the newsroom end when they end; what was withdrawn answers that it is gone."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.news.models import Withdrawn
from motcua.news.newsroom import actions

EDITORS_ROOM = re.compile(r"^/(en/)?bien-tap/")
NEWS = re.compile(r"^/(en/)?tin-tuc/")

Answer = Callable[[HttpRequest], HttpResponse]


def newsroom_rights(get_response: Answer) -> Answer:
    """Before any door of ``/bien-tap/`` looks at groups: two small queries, a write only where an
    appointment began or ended since."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if EDITORS_ROOM.match(request.path_info) and request.user.is_authenticated:
            actions.refresh(request.user)
        return get_response(request)

    return middleware


def gone(get_response: Answer) -> Answer:
    """A deleted article that was published says so (410) instead of never having been (404)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404 or not NEWS.match(request.path_info):
            return response
        known = Withdrawn.objects.filter(path=request.path_info).first()
        return render(request, "news/gone.html", {"gone": known}, status=410) if known else response

    return middleware
