"""The citizens' door and their own page."""

import logging
from urllib.parse import urlencode, urlsplit

from allauth.socialaccount.helpers import complete_social_login
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.accounts import actions, assurance, next_pages, openid
from motcua.accounts.exceptions import SignInRefused
from motcua.accounts.forms import ContactForm
from motcua.accounts.http import SignedIn, Visitor

logger = logging.getLogger("motcua.accounts.sign_in")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: Visitor) -> HttpResponse:
    """The page with the button; pressing it leads to the identity provider."""
    wanted = next_pages.ours_or(request.POST.get("next") or request.GET.get("next"), "")
    if request.method == "POST":
        return _to_provider(request, wanted)
    response = render(request, "accounts/citizen/sign_in.html", {"next": wanted})
    response._csp_update = {"form-action": _form_origins(request)}  # type: ignore[attr-defined]
    return response


def _to_provider(request: Visitor, wanted: str) -> HttpResponse:
    try:
        return redirect(openid.begin(request, next_page=wanted or reverse("accounts:home")))
    except SignInRefused as refusal:
        return _refused(request, refusal, wanted)


def _form_origins(request: Visitor) -> list[str]:
    """Browsers hold the redirect after a form to the same policy as the form."""
    settings = openid.provider_for(request).settings
    issuer = urlsplit(settings["server_url"])
    own = [f"{issuer.scheme}://{issuer.netloc}"] if issuer.netloc else []
    return [*settings["form_origins"], *own]


@login_not_required
@never_cache
@require_GET
@sensitive_variables()
def callback(request: Visitor) -> HttpResponse:
    """The provider's answer: checks it, finds the person, signs in."""
    wanted = ""
    try:
        state = openid.waiting_state(request)
        wanted = state.get("next", "")
        vouched = openid.finish(request, state)
        account = vouched.login.account
        actions.recognize(vouched.citizen, provider=account.provider, uid=account.uid)
    except SignInRefused as refusal:
        return _refused(request, refusal, wanted)
    response: HttpResponse = complete_social_login(request, vouched.login)
    request.session[assurance.LEVEL_KEY] = vouched.citizen.level
    return response


def _refused(request: HttpRequest, refusal: SignInRefused, wanted: str) -> HttpResponse:
    logger.warning("refused: %s", type(refusal).__name__)
    again = reverse("accounts:citizen_sign_in")
    shown = {
        "refusal": refusal,
        "again": f"{again}?{urlencode({'next': wanted})}" if wanted else again,
    }
    status = 503 if refusal.goes_on_without else 403
    return render(request, "accounts/citizen/refused.html", shown, status=status)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session of either door."""
    vouched_elsewhere = assurance.level(request)
    logout(request)
    messages.success(request, _("Bạn đã đăng xuất khỏi cổng."))
    if vouched_elsewhere:
        messages.info(request, _("Dùng máy chung? Hãy đăng xuất cả ở hệ thống định danh."))
    answer = redirect("/")
    answer["Clear-Site-Data"] = '"storage"'  # what a page kept here while the network was away
    return answer


def home(request: SignedIn) -> HttpResponse:
    """My page: who the portal takes me for, where it writes to, and my dossiers."""
    known = {"email": request.user.email, "phone": request.user.phone}
    form = ContactForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        request.user.be_reached_at(**form.cleaned_data)
        messages.success(request, _("Đã lưu địa chỉ liên hệ."))
        return redirect("accounts:home")
    shown = {"form": form, "person": request.user, "level": assurance.level(request)}
    return render(request, "accounts/citizen/home.html", shown)
