"""What does every reader get, whatever the room? Their display, and pages for when it fails."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt, requires_csrf_token
from django.views.decorators.http import require_POST, require_safe

from motcua.ui import doors, sitemaps
from motcua.ui.display import A_YEAR, COOKIE, Display
from motcua.ui.http import try_again, typed, without_database
from motcua.ui.middleware import GONE


@login_not_required
@csrf_exempt  # Only text size: so that no open page needs a cookie before its reader does anything.
@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Remember text size and contrast, and go back to the page."""
    chosen = Display(
        text="large" if request.POST.get("text") == "large" else "",
        contrast="more" if request.POST.get("contrast") == "more" else "normal",
    )
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    response = redirect(back if safe else "/")
    response.set_cookie(
        COOKIE,
        chosen.cookie,
        max_age=A_YEAR,
        samesite="Lax",
        secure=request.is_secure(),
        httponly=True,
    )
    return response


@login_not_required
@require_safe
@cache_control(max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Which pages search engines leave alone."""
    shown = {"private": doors.PRIVATE, "sitemap": sitemaps.absolute(reverse("ui:sitemap"))}
    return render(request, "ui/robots.txt", shown, content_type="text/plain")


@login_not_required
@require_safe
@cache_control(max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """The map of maps for search engines."""
    listed = [{"location": sitemaps.absolute(path)} for path in sitemaps.parts()]
    shown = {"sitemaps": listed}
    return render(request, "sitemap_index.xml", shown, content_type="application/xml")


@login_not_required
@require_safe
def sitemap_part(request: HttpRequest, name: str) -> HttpResponse:
    """One room's addresses, page ``?p=``."""
    found = sitemaps.named(name)
    page = request.GET.get("p", "1")
    if found is None or page not in map(str, found.paginator.page_range):
        raise Http404
    shown = {"urlset": found.get_urls(page=int(page))}
    response = render(request, found.template_name, shown, content_type="application/xml")
    patch_cache_control(response, max_age=found.max_age)
    return response


# --- When it fails: the URLconf names these as its handlers ----------------------------------


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: we could not read what was sent; 503 where the session could not be written."""
    if _lost_the_database(exception):
        return try_again(request)
    return without_database(request, "400.html", status=400)


def _lost_the_database(failure: BaseException | None) -> bool:
    """Django says "session interrupted" also where the database went away in that moment."""
    while failure is not None and not isinstance(failure, GONE):
        failure = failure.__context__
    return failure is not None


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known and not allowed; shows the reason that the room gave."""
    reason = str(exception) if isinstance(exception, PermissionDenied) else ""
    return render(request, "403.html", {"reason": reason}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: offers the search."""
    return render(request, "404.html", status=404)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault, or 503 where the database is away; neither page asks the database."""
    if isinstance(sys.exc_info()[1], GONE):
        return try_again(request)
    return without_database(request, "500.html", status=500, at=timezone.now())


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old or cookies are off; what was typed can be sent again."""
    return without_database(request, "403_csrf.html", status=403, typed=typed(request))
