"""How do files leave the house? Checked again, to be saved and not to be run, kept by no cache."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from motcua.filekeeping import media_types
from motcua.filekeeping.exceptions import NotGivenOut

if TYPE_CHECKING:
    from motcua.filekeeping.models import StoredFile

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""Whatever a file turns out to be, nothing in it runs, asks or is a page of ours."""


class Paper(Protocol):
    """A file with the name that it has here: of a dossier, of a result, of a question."""

    name: str

    @property
    def file(self) -> StoredFile: ...


def given_out(request: HttpRequest, paper: Paper, *, back: str) -> HttpResponseBase:
    """A file that somebody handed in or got.

    Where it may not be opened or is no longer what it was, the page at ``back`` says so instead.
    """
    try:
        return private(attached(paper.file, paper.name))
    except NotGivenOut as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def attached(kept: StoredFile | None, name: str) -> FileResponse:
    """A kept file, to be saved and not to be run; raises Http404 or NotGivenOut."""
    if kept is None:
        raise Http404
    return _harmless(
        FileResponse(kept.open(), as_attachment=True, filename=name, content_type=kept.media_type)
    )


def picture(kept: StoredFile, kind: str) -> FileResponse:
    """What was drawn of a kept file, to be looked at in the page; raises Http404.

    It is as private as its original: of what is in quarantine or condemned, nothing is shown.
    """
    rendition = kept.rendition(kind) if kept.is_open else None
    if rendition is None:
        raise Http404
    return private(_harmless(FileResponse(_opened(rendition.file), content_type=media_types.JPEG)))


def _opened(kept: StoredFile) -> IO[bytes]:
    try:
        return kept.open()
    except NotGivenOut as lost:
        raise Http404 from lost


def private(answer: FileResponse) -> FileResponse:
    """No cache keeps it."""
    answer["Cache-Control"] = "private, no-store"
    return answer


def _harmless(answer: FileResponse) -> FileResponse:
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
