"""How do pictures and recordings leave the house? With their type, a year's cache, in ranges.

A province lets its web server do this from the same folder (``deploy/``, docs/operations.md).
"""

import errno
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from motcua.news import ranges
from motcua.news.exceptions import NothingThere
from motcua.news.recordings import MEDIA_TYPES

OPEN = frozenset({"images", "original_images", "media"})
"""The folders of MEDIA_ROOT that are for everybody; any other file does not exist here."""
PICTURE_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
TYPES = PICTURE_TYPES | MEDIA_TYPES | {"vtt": "text/vtt; charset=utf-8"}
HEADERS = {
    "Accept-Ranges": "bytes",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
NOT_THERE = frozenset({errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG})
"""A name that no folder can hold is nobody's file either."""
YEAR = 365 * 24 * 60 * 60
CHUNK = 256 * 1024


@login_not_required
@require_safe
def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """A public file; its name is used once, so that browsers keep it."""
    media_type = _media_type(path)
    try:
        content = default_storage.open(path)
    except OSError as failure:
        if failure.errno not in NOT_THERE:
            raise
        raise Http404 from failure
    response = _answer(request, content, media_type, _changed(path))
    # Compressing it again would take its length and its ranges away.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    for name, value in HEADERS.items():
        response[name] = value
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


def _media_type(path: str) -> str:
    where = PurePosixPath(path)
    known = TYPES.get(where.suffix.lower().lstrip("."))
    if known is None or where.parts[0] not in OPEN or ".." in where.parts:
        raise Http404
    return known


def _changed(path: str) -> str:
    return http_date(default_storage.get_modified_time(path).timestamp())


def _answer(request: HttpRequest, content: Any, media_type: str, changed: str) -> HttpResponseBase:
    if _is_known(request, changed):
        content.close()
        return HttpResponse(status=304, headers={"Last-Modified": changed})
    try:
        span = _span(request, content.size, changed)
    except NothingThere:
        content.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{content.size}"})
    whole = span or ranges.Span(0, content.size - 1)
    response = _sent(request, content, whole)
    response["Content-Type"] = media_type
    response["Content-Length"] = str(whole.length)
    response["Last-Modified"] = changed
    if span:
        response.status_code = 206
        response["Content-Range"] = span.of(content.size)
    return response


def _span(request: HttpRequest, size: int, changed: str) -> ranges.Span | None:
    """What is asked for, unless it is asked of a file that was replaced since (If-Range)."""
    asked = request.headers.get("Range", "")
    if request.method != "GET" or request.headers.get("If-Range", changed) != changed:
        return None
    return ranges.asked(asked, size)


def _sent(request: HttpRequest, content: Any, span: ranges.Span) -> HttpResponseBase:
    if request.method == "HEAD":
        content.close()
        return HttpResponse()
    return StreamingHttpResponse(_bytes(content, span))


def _is_known(request: HttpRequest, changed: str) -> bool:
    """Whether the browser has it already."""
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and since == parse_http_date_safe(changed)


def _bytes(content: IO[bytes], span: ranges.Span) -> Iterator[bytes]:
    with content:
        content.seek(span.first)
        left = span.length
        while left > 0 and (part := content.read(min(CHUNK, left))):
            left -= len(part)
            yield part
