"""What does everyone see of the catalog? The list with its search, and a procedure's page."""

from functools import lru_cache

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from motcua.catalog import blank_form as blank_forms
from motcua.catalog import (
    choosing,
    differences,
    endings,
    facets,
    known,
    places_asked,
    reception,
    related,
    remarks,
    structured,
)
from motcua.catalog import one_sheet as sheets
from motcua.catalog.facts import facts
from motcua.catalog.forms import communes
from motcua.catalog.models import ProcedureVersion, Sector
from motcua.catalog.queries import VersionQuerySet
from motcua.paperwork import qr, typesetting
from motcua.periods import clock
from motcua.search.unanswered import notebook
from motcua.ui import identity

ON_A_PAGE = 20
LONG = 4
"""No procedure has cases of so many figures."""
APPLY = "nop-ho-so/"
"""Where a procedure is applied for, under its own address; the room above answers there."""


@login_not_required
@require_safe
def list_procedures(request: HttpRequest) -> HttpResponse:
    """All procedures of today, or those that answer a question."""
    wish = choosing.Wish.read(request.GET)
    day = clock.today()
    found = choosing.choose(wish, day)
    if wish.words and (found.mended or not found.hits):
        notebook.note(wish.words)
    versions = found.versions.select_related("procedure__sector")
    page = Paginator(versions, ON_A_PAGE).get_page(request.GET.get("trang"))
    alike = choosing.told_apart(found, page.object_list) if page.number == 1 else []
    shown = {
        "wish": wish,
        "found": found,
        "page": page,
        "siblings": alike,
        "facets": facets.facets(wish, found, day),
        "place_asked": places_asked.asked(wish.words, day),
        "former": remarks.asked(wish.words) if page.number == 1 else [],
        "shelves": [] if page.object_list else Sector.objects.all(),
    }
    return render(request, "catalog/list.html", shown)


@login_not_required
@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """The version that holds today; of a procedure that ended, the last one, which says so."""
    published = ProcedureVersion.objects.published().filter(procedure__code=code).with_parts()
    today = published.on(clock.today()).first()
    return page(request, today or _ended(published, code))


def _ended(published: VersionQuerySet, code: str) -> ProcedureVersion:
    """The last version of a procedure that ended; 404 where none did."""
    last: ProcedureVersion | None = published.order_by("-number").first()
    end = endings.of(code, clock.today()) if last else None
    if last is None or end is None or not end.ending.has_come(clock.today()):
        raise Http404
    return last


@login_not_required
@require_safe
def version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Any published version, as it was or will be."""
    published = ProcedureVersion.objects.published().with_parts()
    return page(request, get_object_or_404(published, procedure__code=code, number=number))


@login_not_required
@require_safe
def one_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """What to take along, on one sheet of paper."""
    today = ProcedureVersion.objects.published().on(clock.today()).with_parts()
    version = get_object_or_404(today, procedure__code=code)
    address = request.build_absolute_uri(version.procedure.get_absolute_url())
    at = timezone.localtime(timezone=clock.VIETNAM)
    asked = request.GET.get("truong-hop", "")
    case = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < LONG else None
    chosen = sheets.Chosen(case, reception.find(version, request.GET, at.date()).reception)
    site = identity.today().name
    sheet = sheets.of(version, address=address, site=site, at=at, chosen=chosen)
    paper = HttpResponse(typesetting.typeset("one_sheet", sheet), content_type="application/pdf")
    paper["Content-Disposition"] = f'inline; filename="thu-tuc-{code}.pdf"'
    return paper


@login_not_required
@require_safe
def blank_form(request: HttpRequest, code: str) -> HttpResponse:
    """The empty form, to fill in by hand."""
    today = ProcedureVersion.objects.published().on(clock.today()).select_related("procedure")
    version = get_object_or_404(today, procedure__code=code, form__isnull=False)
    form = blank_forms.of(version, timezone.localtime(timezone=clock.VIETNAM))
    paper = HttpResponse(typesetting.typeset("form", form), content_type="application/pdf")
    paper["Content-Disposition"] = f'inline; filename="to-khai-{code}.pdf"'
    return paper


@login_not_required
@require_safe
def difference(request: HttpRequest, code: str, number: int, earlier: int) -> HttpResponse:
    """What changed between two published versions."""
    published = ProcedureVersion.objects.published().filter(procedure__code=code).with_parts()
    there = {one.number: one for one in published.filter(number__in=[number, earlier])}
    if earlier >= number or len(there) < 2:
        raise Http404
    context = {
        "version": there[number],
        "earlier": there[earlier],
        "difference": differences.between(there[earlier], there[number]),
    }
    return render(request, "catalog/difference.html", context)


def page(
    request: HttpRequest, version: ProcedureVersion, *, is_preview: bool = False
) -> HttpResponse:
    """A version as the citizen sees it; in a preview nothing can be applied for."""
    day = clock.today()
    address = request.build_absolute_uri(version.procedure.get_absolute_url())
    end = endings.of(version.procedure.code, day) if version.has_an_end else None
    offices = reception.find(version, request.GET, day)
    office = offices.reception
    apply_at = f"{version.procedure.get_absolute_url()}{APPLY}"
    shown = {
        "version": version,
        "is_preview": is_preview,
        "end": end,
        "has_ended": end is not None and end.ending.has_come(day),
        "earlier_number": version.earlier_number,
        "facts": facts(version),
        "holds_today": version.holds_on(day),
        "reception": office,
        "apply_at": f"{apply_at}?{office.query}" if office and office.query else apply_at,
        "has_offices": offices.is_any,
        "missing": version.missing_parts(),
        "related": related.of(version),
        "known_papers": known.of(version, day),
        "page_address": address,
        "qr": _qr(address),
        "structured": structured.government_service(
            version,
            request.build_absolute_uri(request.path),
            end,
            there=structured.There(
                area=communes.province_name(day),
                can_apply=offices.is_any and version.holds_on(day),
                office=office,
            ),
        ),
    }
    return render(request, "catalog/procedure.html", shown)


@lru_cache(maxsize=500)
def _qr(address: str) -> SafeString:
    """The QR code of an address of ours; drawn once."""
    return mark_safe(qr.inline(address))  # noqa: S308  drawn by our own library from nothing but dots
