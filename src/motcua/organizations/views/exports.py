"""The apparatus for programs: W3C ORG in JSON-LD, and CSV."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from motcua.organizations import addresses, asked_day, exports, org_table
from motcua.organizations.asked_day import AskedDay
from motcua.organizations.models import Organization

PLAIN = "text/plain; charset=utf-8"
JSON_LD = "application/ld+json; charset=utf-8"


@login_not_required
@require_safe
def as_json_ld(request: HttpRequest) -> HttpResponseBase:
    """The whole apparatus of a day, sent as it is written."""
    asked = asked_day.read(request.GET.get("ngay", ""))
    if asked.problem:
        return _of_no_such_day(asked)
    return StreamingHttpResponse(exports.apparatus(asked.day), content_type=JSON_LD)


@login_not_required
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table."""
    asked = asked_day.read(request.GET.get("ngay", ""))
    if asked.problem:
        return _of_no_such_day(asked)
    answer = HttpResponse(org_table.table(asked.day), content_type="text/csv; charset=utf-8")
    name = f"to-chuc-{asked.day.isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_not_required
@require_safe
def organization_as_json_ld(request: HttpRequest, written: str) -> HttpResponse:
    """One organization, with its posts and the changes that made or ended it."""
    found = get_object_or_404(Organization, identifier=addresses.canonical(written))
    asked = asked_day.read(request.GET.get("ngay", ""), otherwise=asked_day.usual(found))
    if asked.problem:
        return _of_no_such_day(asked)
    return HttpResponse(exports.organization(found, asked.day), content_type=JSON_LD)


def _of_no_such_day(asked: AskedDay) -> HttpResponse:
    """A program that asks for a day gets that day or a sentence, never another day."""
    return HttpResponse(f"{asked.problem}\n", content_type=PLAIN, status=400)
