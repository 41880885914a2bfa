"""The apparatus for programs: W3C ORG in JSON-LD, and CSV."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from motcua.organizations import addresses, asked_day, exports
from motcua.organizations.models import Organization

JSON_LD = "application/ld+json; charset=utf-8"


@login_not_required
@require_safe
def as_json_ld(request: HttpRequest) -> StreamingHttpResponse:
    """The whole apparatus of a day, sent as it is written."""
    day = asked_day.read(request.GET.get("ngay", "")).day
    return StreamingHttpResponse(exports.apparatus(day), content_type=JSON_LD)


@login_not_required
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table."""
    day = asked_day.read(request.GET.get("ngay", "")).day
    answer = HttpResponse(exports.table(day), content_type="text/csv; charset=utf-8")
    name = f"to-chuc-{day.isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_not_required
@require_safe
def organization_as_json_ld(request: HttpRequest, written: str) -> HttpResponse:
    """One organization, with its posts and the changes that made or ended it."""
    found = get_object_or_404(Organization, identifier=addresses.canonical(written))
    asked = asked_day.read(request.GET.get("ngay", ""), otherwise=asked_day.usual(found))
    return HttpResponse(exports.organization(found, asked.day), content_type=JSON_LD)
