"""The officers' door: allauth's views, where they need to know that there are two doors."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.views import (
    LoginView,
    PasswordResetDoneView,
    PasswordResetFromKeyDoneView,
    PasswordResetFromKeyView,
    PasswordResetView,
)
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from motcua.accounts import assurance

logger = logging.getLogger("motcua.accounts.sign_in")


class InOurHouse:
    """Keeps the ``site`` of our layouts, which allauth would overwrite with the host's name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        shown.pop("site", None)
        return shown


class OfficerSignIn(InOurHouse, LoginView):
    """Login name and password. Whoever signed in before, by whatever door, is signed out."""

    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if assurance.is_officer_session(request):
            return redirect(self.get_authenticated_redirect_url())
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def form_valid(self, form: Any) -> HttpResponse:
        logout(self.request)
        return super().form_valid(form)  # type: ignore[no-any-return]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = super().get_context_data(**kwargs)
        return shown | {"is_citizen_session": self.request.user.is_authenticated}


class PasskeySignIn(LoginWebAuthnView):
    """A passkey that verified its user is both locks in one."""

    def form_valid(self, form: Any) -> HttpResponse:
        logout(self.request)
        return super().form_valid(form)  # type: ignore[no-any-return]


class SecondFactor(InOurHouse, AuthenticateView):
    """A code, a recovery code or a passkey."""


class ForgottenPassword(InOurHouse, PasswordResetView):
    """Sends the link; says so plainly where the mail server is away."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[no-any-return]
        except (SMTPException, OSError) as away:
            logger.warning("password letter not sent: %s", type(away).__name__)
            form.add_error(None, _("Máy chủ thư đang gián đoạn. Hãy thử lại sau vài phút."))
            return self.form_invalid(form)  # type: ignore[no-any-return]


class LetterSent(InOurHouse, PasswordResetDoneView):
    """Says the same whether the address is known or not."""


class NewPassword(InOurHouse, PasswordResetFromKeyView):
    """Behind the link of the letter."""


class PasswordChanged(InOurHouse, PasswordResetFromKeyDoneView):
    """Back to the door."""


@login_not_required
def account_closed(request: HttpRequest) -> HttpResponse:
    """An administrator has closed this account."""
    return render(request, "account/account_inactive.html", status=403)
