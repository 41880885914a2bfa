"""What is done to a person's ways of signing in?"""

from collections.abc import Callable, Sequence

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.accounts.models import Person


def give_credentials(person: Person, password: str, totp_secret: str = "") -> None:
    """Open the officers' door to a person: a password and, where given, a base32 TOTP secret.

    Without a secret the person sets up the second factor at the first sign-in.
    """
    give_credentials_to_all([person], password, totp_secret=lambda _person: totp_secret)


@transaction.atomic
def give_credentials_to_all(
    persons: Sequence[Person], password: str, *, totp_secret: Callable[[Person], str]
) -> None:
    """The same password for many, hashed once: for demo officers, who keep no secrets."""
    hashed = make_password(password)
    for person in persons:
        person.password = hashed
    Person.objects.bulk_update(persons, ["password"])
    Authenticator.objects.filter(user__in=persons).delete()
    Authenticator.objects.bulk_create(
        _authenticator_app(person, secret) for person in persons if (secret := totp_secret(person))
    )


def _authenticator_app(person: Person, secret: str) -> Authenticator:
    data = {"secret": encrypt(secret)}
    return Authenticator(user=person, type=Authenticator.Type.TOTP, data=data)
