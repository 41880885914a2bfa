"""Papers that come in pieces, and how they look: for a draft, and for a supplement."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.dossiers import arrivals, shelves, workflow
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.views.citizen import my_dossier
from motcua.dossiers.views.mine import on_whole_draft
from motcua.filekeeping import http
from motcua.filekeeping.models import Upload
from motcua.filekeeping.protocol import Announced
from motcua.filekeeping.views import resumable

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.dossiers.models import Attachment

COLLECTION = require_http_methods(["GET", "POST", "OPTIONS"])
ONE = require_http_methods(["HEAD", "POST", "PATCH", "DELETE"])

# --- Of a draft -------------------------------------------------------------------------------


@COLLECTION
@on_whole_draft
def draft_uploads(request: Applicant, draft: Draft) -> HttpResponse:
    """Announce a paper of a draft; by GET, what one line of the page holds."""
    return _collection(request, draft)


@ONE
@on_whole_draft
def draft_upload(request: Applicant, draft: Draft, upload: UUID) -> HttpResponse:
    """More of a paper of a draft."""
    return _one(request, draft, upload)


@require_POST
@on_whole_draft
def drop_from_draft(request: Applicant, draft: Draft, upload: UUID) -> HttpResponse:
    """Throw away what is here of a paper, or what was said of it."""
    return _dropped(request, draft, upload, back=shelves.ways_of(draft).to("papers"))


@on_whole_draft
@require_safe
def draft_paper(request: Applicant, draft: Draft, pk: int) -> HttpResponseBase:
    """One of the applicant's own files."""
    found = get_object_or_404(draft.attachments.with_files(), pk=pk)
    return http.given_out(request, found, back=shelves.ways_of(draft).to("papers"))


@on_whole_draft
@require_safe
def draft_picture(request: Applicant, draft: Draft, pk: int, kind: str) -> HttpResponseBase:
    """How it looks."""
    return _picture(draft.attachments.with_files(), pk, kind)


# --- Of a supplement, and of a dossier ---------------------------------------------------------


@COLLECTION
@for_applicants
def supplement_uploads(request: Applicant, code: str) -> HttpResponse:
    """Announce a paper that was asked for; by GET, what one line of the page holds."""
    return _collection(request, my_dossier(request, code))


@ONE
@for_applicants
def supplement_upload(request: Applicant, code: str, upload: UUID) -> HttpResponse:
    """More of a paper that was asked for."""
    return _one(request, my_dossier(request, code), upload)


@require_POST
@for_applicants
def drop_from_supplement(request: Applicant, code: str, upload: UUID) -> HttpResponse:
    """Throw away what is here of a paper, or what was said of it."""
    dossier = my_dossier(request, code)
    return _dropped(request, dossier, upload, back=shelves.ways_of(dossier).to("supplement"))


@for_applicants
@require_safe
def picture(request: Applicant, code: str, pk: int, kind: str) -> HttpResponseBase:
    """How one of the applicant's own files looks."""
    return _picture(my_dossier(request, code).attachments.with_files(), pk, kind)


# --- What both do -----------------------------------------------------------------------------


def _collection(request: Applicant, holder: Draft | Dossier) -> HttpResponse:
    if request.method == "GET":
        return _line(request, holder)

    def begin(told: Announced) -> Upload:
        if isinstance(holder, Dossier):
            holder.refuse_unless_now(workflow.SUPPLEMENT, by=request.applicant)
        return arrivals.begin(holder, told, person=request.user)

    ways = shelves.ways_of(holder)
    return resumable.collection(
        request,
        begin=begin,
        address=lambda upload: ways.to("upload", upload.key),
        max_size=settings.UPLOAD_MAX_BYTES,
    )


def _one(request: Applicant, holder: Draft | Dossier, key: UUID) -> HttpResponse:
    return resumable.one(request, _mine(request, holder, key))


def _mine(request: Applicant, holder: Draft | Dossier, key: UUID) -> Upload:
    mine = Upload.objects.of(request.user).for_holder(shelves.uploads_of(holder))
    return get_object_or_404(mine, key=key)


def _line(request: Applicant, holder: Draft | Dossier) -> HttpResponse:
    """The files of one line (``?line=paper-17``), as the page shows them: the same include."""
    context = {"line": shelves.line_of(holder, request.GET.get("line", ""), request.user)}
    return render(request, "dossiers/citizen/line_files.html", context)


def _dropped(request: Applicant, holder: Draft | Dossier, key: UUID, *, back: str) -> HttpResponse:
    _mine(request, holder, key).give_up()
    if "X-Quiet" not in request.headers:
        messages.success(request, _("Đã bỏ tệp tải dở."))
    return redirect(back)


def _picture(papers: QuerySet[Attachment], pk: int, kind: str) -> HttpResponseBase:
    return http.picture(get_object_or_404(papers, pk=pk).file, kind)
