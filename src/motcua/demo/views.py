"""What does somebody see who tries the demo?"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.demo import credentials, logins, outgoing_mail
from motcua.demo.citizens import CITIZENS


@login_not_required
@never_cache
@require_safe
def sign_ins(request: HttpRequest) -> HttpResponse:
    """Login names, the password and the codes of this moment, so that nobody needs a phone."""
    searched = request.GET.get("q", logins.SHOWN_FIRST)
    shown = {
        "q": searched,
        "offices": logins.offices(searched),
        "most": logins.MOST,
        "citizens": CITIZENS,
        "password": credentials.PASSWORD,
        "seconds_left": credentials.seconds_left(),
    }
    return render(request, "demo/sign_ins.html", shown)


@login_not_required
@never_cache
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """The letters that the demo's mail server took, as their mailboxes would show them."""
    shown = {"letters": outgoing_mail.newest(settings.DATA_DIR / "mail")}
    return render(request, "demo/outgoing_mail.html", shown)
