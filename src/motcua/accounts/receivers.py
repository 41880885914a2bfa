"""What do we do when we hear of sign-ins and second factors?"""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from motcua.accounts.assurance import SIGNED_IN_AT_KEY, Counter

PROVEN_BY_ADDING = {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}
"""To add one of these, its code or touch was just verified; recovery codes prove nothing."""


@receiver(user_logged_in)
def note_the_time(request: Counter, **kwargs: Any) -> None:
    request.session[SIGNED_IN_AT_KEY] = time.time()


@receiver(authenticator_added)
def count_as_verified(request: Counter, authenticator: Authenticator, **kwargs: Any) -> None:
    """Whoever has just set up the second factor need not type it again in the same session."""
    if authenticator.type in PROVEN_BY_ADDING:
        facts = {"id": authenticator.pk, "type": authenticator.type}
        record_authentication(request, authenticator.user, "mfa", **facts)


@receiver(authenticator_removed)
def close_the_second_lock(request: Counter, user: Any, **kwargs: Any) -> None:
    """Without any factor left, the session has to set one up before it goes on."""
    if Authenticator.objects.filter(user=user, type__in=PROVEN_BY_ADDING).exists():
        return
    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if record.get("method") != "mfa"
    ]
