"""Which answers can every room give? Come again later, and what you wrote is still here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from motcua.ui import identity
from motcua.ui.display import Display

SECONDS_TO_WAIT = 10
SECRET = re.compile(r"password|passwd|mat_khau|otp|token|secret|^code$", re.IGNORECASE)
"""Names of fields that are never echoed: their owner types them again."""


@dataclass(frozen=True)
class Typed:
    """What a failed request carried: texts to send again, files to choose again."""

    texts: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Field and the name of the file that was in it."""

    def __bool__(self) -> bool:
        return bool(self.texts or self.files)


def typed(request: HttpRequest) -> Typed:
    """The POSTed fields, without secrets; nothing where the request did not arrive whole.

    Nothing either where another site sent them: one click on our page would do its bidding.
    """
    if _comes_from_elsewhere(request):
        return Typed()
    try:
        return Typed(tuple(_texts(request)), tuple(_files(request)))
    except (UnreadablePostError, RawPostDataException, OSError):
        return Typed()


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    here = f"{request.scheme}://{request.get_host()}"
    headers = request.headers
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return True
    said = headers.get("Origin") or headers.get("Referer", here)
    return said != here and not said.startswith(f"{here}/")


def _texts(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if not SECRET.search(name):
            yield from ((name, str(value)) for value in values)


def _files(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, files in request.FILES.lists():
        yield from ((name, file.name or "") for file in files)


def without_database(
    request: HttpRequest, template: str, *, status: int, **shown: Any
) -> HttpResponse:
    """A page that asks the database nothing: no person, no messages, no panels."""
    known = {
        "request": request,
        "site": identity.last_seen(),
        "display": Display.of(request.COOKIES),
        "csrf_token": get_token(request),
        "without_database": True,
    }
    page = render_to_string(template, {**known, **shown})
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})


def too_many(request: HttpRequest, *, wait: timedelta) -> HttpResponse:
    """429: tried too often; says when to come back."""
    seconds = max(1, ceil(wait.total_seconds()))
    response = without_database(request, "429.html", status=429, minutes=ceil(seconds / 60))
    response["Retry-After"] = str(seconds)
    return response


def try_again(request: HttpRequest) -> HttpResponse:
    """503: the database or a neighbor is away for a moment; one button sends it all again.

    What was typed goes back to who typed it and nowhere else: it is neither stored nor logged.
    """
    response = without_database(request, "503.html", status=503, typed=typed(request))
    response["Retry-After"] = str(SECONDS_TO_WAIT)
    return response
