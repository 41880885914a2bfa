"""What does everybody see of the apparatus? The tree, and each organization with its past."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.organizations import (
    addresses,
    asked_day,
    choosing,
    holders,
    leaders,
    lineage,
    organization_page,
    seeking,
    structured,
    tree,
)
from motcua.organizations.apparatus import GROUPS, Apparatus
from motcua.organizations.asked_day import AskedDay
from motcua.organizations.models import Organization, Profile
from motcua.periods.clock import today


@login_not_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The apparatus of a day: as a tree, or those that fit words and a group as a list."""
    asked = asked_day.read(request.GET.get("ngay", ""))
    wish = choosing.Wish.read(request.GET.dict())
    apparatus = Apparatus.of(asked.day)
    found = seeking.hits(apparatus, wish.words, wish.group) if wish.is_narrow else []
    shown = {
        "asked": asked,
        "wish": wish,
        "groups": GROUPS,
        "total": len(apparatus.bodies),
        "counts": apparatus.counts,
        "first_day": asked_day.first_day(),
        "page": choosing.page_of(found, request.GET.get("trang", "1")),
        "trunk": [] if wish.is_narrow else tree.grown(choosing.part(apparatus, wish)),
    }
    return render(request, "organizations/public/overview.html", shown)


@login_not_required
@require_safe
def organization(request: HttpRequest, written: str) -> HttpResponse:
    """One organization as of a day; other spellings of its identifier lead here."""
    identifier = addresses.canonical(written)
    found = Organization.objects.filter(identifier=identifier).first() if identifier else None
    if found is None:
        return _unknown(request, identifier or written)
    if identifier != written:
        here = reverse("apparatus:organization", args=[identifier])
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{here}?{query}" if query else here, permanent=True)
    return _page(request, found)


@login_not_required
@require_safe
def leader(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody who leads: posts of now and before, duties, biography."""
    profile = get_object_or_404(Profile.objects.shown().select_related("person"), slug=slug)
    held, before = leaders.career(profile.person)
    shown = {"profile": profile, "held": held, "before": before, "asked": AskedDay(today())}
    return render(request, "organizations/public/leader.html", shown)


def _page(request: HttpRequest, found: Organization) -> HttpResponse:
    asked = asked_day.read(request.GET.get("ngay", ""), otherwise=asked_day.usual(found))
    told = organization_page.told(found, asked.day)
    shown = {
        "asked": asked,
        "told": told,
        "organization": found,
        "structured": structured.government_organization(told),
        "lineage": lineage.drawing(told.history),
        "holders": holders.of(found, asked.day),
        "trunk": tree.grown([told.body]) if told.body else [],
        "is_over": found.holds_on(today()) is False and _ends(found) is not None,
    }
    return render(request, "organizations/public/organization.html", shown)


def _ends(organization: Organization) -> date | None:
    ends: date | None = organization.valid_during.upper
    return ends


def _unknown(request: HttpRequest, written: str) -> HttpResponse:
    """No organization ever bore it: what to do next."""
    shown = {"written": written, "asked": AskedDay(today())}
    return render(request, "organizations/public/unknown.html", shown, status=404)
