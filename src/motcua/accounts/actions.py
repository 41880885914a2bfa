"""What is done to persons and their ways of signing in?"""

import base64
from collections.abc import Callable, Sequence

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.accounts import personal_numbers, sealing
from motcua.accounts.claims import Citizen
from motcua.accounts.exceptions import AccountClosed, AnotherPerson
from motcua.accounts.fields import seal_again
from motcua.accounts.models import Person, Rescued
from motcua.search.folding import fold

NAMED_BY_AUTHORITY = ("full_name", "birth_date", "sex")
"""What the identity provider knows better than we do."""


@transaction.atomic
def recognize(citizen: Citizen, *, provider: str, uid: str) -> Person:
    """The Person of a proven identity, joined by the personal number; a new one at first sight.

    An officer who signs in as a citizen is found by the same number. Raises AnotherPerson where
    the provider's account came with another number before, AccountClosed where it is closed.
    """
    _correct_what_was_mistyped(citizen)
    person, _is_new = Person.objects.get_or_create(
        personal_number_key=personal_numbers.key_of(citizen.personal_number),
        defaults={"personal_number": citizen.personal_number, "full_name": citizen.full_name},
    )
    account, _is_new = SocialAccount.objects.get_or_create(
        provider=provider, uid=uid, defaults={"user": person}
    )
    if account.user_id != person.pk:
        raise AnotherPerson
    if not person.is_active:
        raise AccountClosed
    _take_over_names(person, citizen)
    return person


def _correct_what_was_mistyped(citizen: Citizen) -> None:
    """Take the number from a row in which only we wrote it, and beside another name.

    Somebody typed it there for an officer; the state says whose it is. Without this its owner
    would stand in the officer's row.
    """
    typed = Person.objects.select_for_update(of=("self",)).filter(socialaccount=None)
    person = typed.with_personal_number(citizen.personal_number).first()
    if person and person.full_name and fold(person.full_name) != fold(citizen.full_name):
        person.sealed_personal_number = person.personal_number_key = None
        person.save(update_fields=["sealed_personal_number", "personal_number_key"])


def _take_over_names(person: Person, citizen: Citizen) -> None:
    told = {fact: getattr(citizen, fact) for fact in NAMED_BY_AUTHORITY}
    changed = {k: v for k, v in told.items() if v and v != getattr(person, k)}
    for fact, value in changed.items():
        setattr(person, fact, value)
    if changed:
        person.save(update_fields=[*changed, "sort_name"])


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


def forget_second_factor(person: Person) -> None:
    """For an officer who lost phone and recovery codes: the next sign-in sets up a new one."""
    Authenticator.objects.filter(user=person).delete()


def seal_numbers_again() -> int:
    """Personal numbers that a retired key sealed."""
    done = 0
    for person in Person.objects.exclude(sealed_personal_number=None).iterator(500):
        if not sealing.is_sealed_with_todays_key(bytes(person.sealed_personal_number or b"")):
            person.personal_number = person.personal_number
            person.save(update_fields=["sealed_personal_number", "personal_number_key"])
            done += 1
    return done


def seal_factors_again() -> int:
    """Secrets of second factors that a retired key sealed."""
    done = 0
    for factor in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).iterator(500):
        name = "secret" if factor.type == Authenticator.Type.TOTP else "seed"
        if not sealing.is_sealed_with_todays_key(base64.b64decode(factor.data[name])):
            factor.data[name] = encrypt(decrypt(factor.data[name]))
            factor.save(update_fields=["data"])
            done += 1
    return done


def seal_typed_again() -> int:
    """What was typed before a sign-in and a retired key sealed."""
    return seal_again(Rescued.objects.all(), "texts")
