"""How does a file come in pieces? The server's half of the tus protocol, 1.0.0.

Views of rooms above say whose draft or dossier it is for, and call ``collection`` and ``one``; so
the doors of those rooms are the doors of their uploads. Words of a refusal are the answer's body.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.request import UnreadablePostError
from django.utils.http import http_date

from motcua.filekeeping import exceptions, files, protocol
from motcua.filekeeping.models import Upload
from motcua.filekeeping.models.upload import OffsetWrong
from motcua.filekeeping.parts import IN_MEMORY

CHUNK = 64 * 1024
PATIENCE = 20
"""Seconds that somebody waits for the pieces of a whole file to be fetched from a slow store."""
CREATED, NO_CONTENT = 201, 204
BAD, CONFLICT, GONE, WRONG_VERSION, TOO_BIG, NO_PIECE, UNPROCESSABLE = (
    400,
    409,
    410,
    412,
    413,
    415,
    422,
)
CHECKSUM_WRONG, NOT_NOW = 460, 503

Begin = Callable[[protocol.Announced], Upload]
"""Begins the upload of what was announced; raises the Refused that says why not."""


def collection(
    request: HttpRequest, *, begin: Begin, address: Callable[[Upload], str], max_size: int
) -> HttpResponse:
    """Where uploads are announced: POST begins one, OPTIONS says what this server can."""
    if request.method == "OPTIONS":
        return _abilities(max_size)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST", "OPTIONS"])
    return _answered(request, lambda: _created(request, begin, address))


def one(request: HttpRequest, upload: Upload) -> HttpResponse:
    """One upload: HEAD says how much is here, PATCH brings more, DELETE throws it away."""
    verbs = {"HEAD": _offset, "PATCH": _appended, "DELETE": _given_up}
    method = _method(request)
    if method not in verbs:
        return HttpResponseNotAllowed([*verbs])
    return _answered(request, lambda: verbs[method](request, upload))


def _method(request: HttpRequest) -> str:
    """Some networks let only GET and POST through; the protocol has a header for that."""
    if request.method == "POST":
        return request.headers.get("X-HTTP-Method-Override", "POST").upper()
    return str(request.method)


# --- What can go wrong, and how the protocol says it ------------------------------------------


def _answered(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    if request.headers.get("Tus-Resumable") != protocol.VERSION:
        return _with(_words("", WRONG_VERSION), **{"Tus-Version": protocol.VERSION})
    try:
        return _with(act())
    except exceptions.Refused as refusal:
        return _with(_words(str(refusal), _status_of(refusal)))
    except (OffsetWrong, Upload.DoesNotExist, protocol.ChecksumWrong) as problem:
        return _with(_words("", STATUS[type(problem)]))
    except protocol.Unreadable as problem:
        return _with(_words(str(problem), BAD))


STATUS = {
    OffsetWrong: CONFLICT,
    Upload.DoesNotExist: GONE,
    protocol.ChecksumWrong: CHECKSUM_WRONG,
}


def _status_of(refusal: exceptions.Refused) -> int:
    if isinstance(refusal, exceptions.NotNow):
        return NOT_NOW
    return TOO_BIG if isinstance(refusal, exceptions.FileTooBig) else UNPROCESSABLE


def _words(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _with(answer: HttpResponse, **headers: str) -> HttpResponse:
    said = {"Tus-Resumable": protocol.VERSION, "Cache-Control": "no-store", **headers}
    for name, value in said.items():
        answer[name] = value
    return answer


# --- The verbs --------------------------------------------------------------------------------


def _abilities(max_size: int) -> HttpResponse:
    facts = {
        "Tus-Version": protocol.VERSION,
        "Tus-Extension": protocol.EXTENSIONS,
        "Tus-Max-Size": str(max_size),
        "Tus-Checksum-Algorithm": ",".join(protocol.ALGORITHMS),
    }
    return _with(HttpResponse(status=NO_CONTENT), **facts)


def _created(request: HttpRequest, begin: Begin, address: Callable[[Upload], str]) -> HttpResponse:
    upload = begin(protocol.announced(request.headers))
    if request.content_type == protocol.PIECE:
        _take(request, upload, at=0)
    answer = _standing(HttpResponse(status=CREATED), upload)
    answer["Location"] = address(upload)
    return answer


def _offset(request: HttpRequest, upload: Upload) -> HttpResponse:
    """How much is here, for whoever was cut off."""
    answer = _standing(HttpResponse(status=NO_CONTENT), upload)
    answer["Upload-Length"] = str(upload.size)
    return answer


def _appended(request: HttpRequest, upload: Upload) -> HttpResponse:
    if request.content_type != protocol.PIECE:
        return HttpResponse(status=NO_PIECE)
    if upload.is_finished and not upload.is_whole:
        return _words(upload.refusal, GONE)
    _take(request, upload, at=protocol.number(request.headers, "Upload-Offset"))
    return _standing(HttpResponse(status=NO_CONTENT), upload)


def _given_up(request: HttpRequest, upload: Upload) -> HttpResponse:
    upload.give_up()
    return HttpResponse(status=NO_CONTENT)


def _standing(answer: HttpResponse, upload: Upload) -> HttpResponse:
    answer["Upload-Offset"] = str(upload.offset)
    answer["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    return answer


def _take(request: HttpRequest, upload: Upload, *, at: int) -> None:
    """Keep what came of a piece, even where the network was cut in its middle; finish the whole.

    A refusal of the whole file is no failure of the protocol: the page reads it from the upload.
    """
    if upload.offset != at:
        raise OffsetWrong
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as piece:
        length = _received(request, piece, at_most=upload.size - at)
        protocol.refuse_changed(piece, request.headers.get("Upload-Checksum", ""))
        if length:
            upload.append(piece, at=at, length=length)
    if upload.is_whole:
        _finish(upload)


def _finish(upload: Upload) -> None:
    """What is whole is safe: where it cannot be looked at now, a job does that, and the page says
    so meanwhile. Nobody is told that a file failed which is here."""
    with suppress(exceptions.NotNow):
        upload.finish(within=PATIENCE)


def _received(request: HttpRequest, piece: IO[bytes], *, at_most: int) -> int:
    """Copy the body; how many bytes came before its end, or before the network's."""
    length = 0
    try:
        while chunk := request.read(CHUNK):
            length += len(chunk)
            if length > at_most:
                raise OffsetWrong
            with files.room():
                piece.write(chunk)
    except UnreadablePostError:
        pass  # cut off: what came is kept, and nobody is there to hear the answer
    return min(length, at_most)
