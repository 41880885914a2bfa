"""How do papers and sheets leave the house?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse

if TYPE_CHECKING:
    from motcua.dossiers.models import StoredFile


def paper(kept: StoredFile | None, name: str) -> FileResponse:
    """A kept file, to be saved and not to be run; raises Http404 or FileLost."""
    if kept is None:
        raise Http404
    answer = FileResponse(
        kept.open(), as_attachment=True, filename=name, content_type=kept.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def private(answer: FileResponse) -> FileResponse:
    """No cache keeps it."""
    answer["Cache-Control"] = "private, no-store"
    return answer


def sheet(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
