"""How do files leave the house? Checked again, as an attachment, and kept by no cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from motcua.dossiers import receipts
from motcua.dossiers.exceptions import FileLost
from motcua.paperwork.typesetting import typeset
from motcua.ui import doors
from motcua.ui.sitemaps import absolute

R = TypeVar("R", HttpResponse, FileResponse)

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier, StoredFile
    from motcua.paperwork.filled_forms import FilledForm


class Paper(Protocol):
    """A file with the name that it has here: of a dossier, of a result, of a question."""

    name: str

    @property
    def file(self) -> StoredFile: ...

    @property
    def media_type(self) -> str: ...


def kept(request: HttpRequest, paper: Paper, *, back: str) -> HttpResponseBase:
    """A file that somebody handed in or got.

    Where it is no longer what it was, the page at ``back`` says so instead.
    """
    try:
        return _attached(paper)
    except FileLost as lost:
        messages.error(request, str(lost))
        return redirect(back)


def _attached(paper: Paper) -> FileResponse:
    response = FileResponse(
        paper.file.open(),
        as_attachment=True,
        filename=paper.name,
        content_type=paper.media_type,
    )
    return _private(response)


def receipt(dossier: Dossier) -> HttpResponse:
    """The receipt that holds now, set anew from the facts that were kept."""
    # The printed code outlives this request: it leads to the portal's own address, whatever the
    # Host header said and whatever stands in front.
    look_up = absolute(f"{doors.address(doors.LOOK_UP)}?ma={dossier.code}")
    facts = {**(receipts.receipt_data(dossier) or {}), "look_up_url": look_up}
    page = typeset("receipt", facts)
    response = HttpResponse(page, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="giay-tiep-nhan-{dossier.code}.pdf"'
    return _private(response)


def filled_form(form: FilledForm) -> HttpResponse:
    """The form with its answers, set from what is kept."""
    response = HttpResponse(typeset("form", form), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="to-khai-{form["code"]}.pdf"'
    return _private(response)


def _private(response: R) -> R:
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
