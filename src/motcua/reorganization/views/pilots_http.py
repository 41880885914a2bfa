"""How do papers and spreadsheets of reviews leave the house?"""

from __future__ import annotations

from django.http import HttpResponse

from motcua.reorganization.models import PilotReview
from motcua.ui.spreadsheets import MEDIA_TYPE


def pdf(content: bytes, review: PilotReview) -> HttpResponse:
    return _download(content, "application/pdf", f"{_name(review)}.pdf")


def spreadsheet(content: bytes, review: PilotReview) -> HttpResponse:
    return _download(content, MEDIA_TYPE, f"{_name(review)}.ods")


def _name(review: PilotReview) -> str:
    kind = "tong-ket" if review.kind == PilotReview.Kind.FINAL else "so-ket"
    return f"{review.pilot.code}-{kind}-{review.held_on:%Y-%m-%d}"


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
