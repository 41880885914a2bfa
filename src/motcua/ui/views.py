"""What does every reader get, whatever the room? Their display, and pages for when it fails."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.ui.display import A_YEAR, COOKIE, Display


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
        COOKIE, chosen.cookie, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
    )
    return response
