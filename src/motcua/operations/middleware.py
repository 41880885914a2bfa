"""What happens to a request before any room sees it? Probes are answered, answers are noted."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

Answer = Callable[[HttpRequest], HttpResponse]

PROBES = frozenset({"/healthz", "/readyz"})
REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

log = structlog.get_logger("motcua.requests")


def probes(get_response: Answer) -> Answer:
    """Answer probes first: they call an address rather than a host's name, and over plain HTTP."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path_info not in PROBES:
            return get_response(request)
        probe = resolve(request.path_info, "motcua.operations.urls")
        response: HttpResponse = probe.func(request)
        return response

    return answer


def note(get_response: Answer) -> Answer:
    """Give each request a number that every line about it carries, and write one line at its end.

    The line names the page, never the address: an address may carry a code or what was searched.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        number = _number(request)
        with structlog.contextvars.bound_contextvars(request=number):
            begun = time.perf_counter()
            response = get_response(request)
            _write(request, response, time.perf_counter() - begun)
        response["X-Request-ID"] = number
        return response

    return answer


def _number(request: HttpRequest) -> str:
    """The number that a proxy gave, where it looks like one."""
    given = request.headers.get("X-Request-ID", "")
    return given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _write(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    match = request.resolver_match
    log.info(
        "answered",
        method=request.method,
        page=match.view_name if match else None,
        status=response.status_code,
        milliseconds=round(seconds * 1000, 1),
    )
