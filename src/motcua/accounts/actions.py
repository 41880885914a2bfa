"""What is done to a person's ways of signing in?"""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction

from motcua.accounts.models import Person


@transaction.atomic
def give_credentials(person: Person, password: str, totp_secret: str = "") -> None:
    """Open the officers' door to a person: a password and, where given, a base32 TOTP secret.

    Without a secret the person sets up the second factor at the first sign-in.
    """
    person.set_password(password)
    person.save(update_fields=["password"])
    if totp_secret:
        Authenticator.objects.filter(user=person).delete()
        TOTP.activate(person, totp_secret)
