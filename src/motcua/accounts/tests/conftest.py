"""Persons and situations at the doors."""

import time
from collections.abc import Iterator

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.cache import cache

from motcua.accounts import actions
from motcua.accounts.models import Person
from motcua.accounts.tests import authority as wire
from motcua.conf import identity

PASSWORD = "Đúng là một mật khẩu dài"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    return wire.rsa_key()


@pytest.fixture(scope="session")
def other_rsa_key() -> rsa.RSAPrivateKey:
    return wire.rsa_key()


@pytest.fixture
def authority(rsa_key, settings, db) -> Iterator[wire.Authority]:
    """An identity provider that tells the truth, and our settings pointing to it."""
    cache.clear()
    with wire.listening(wire.Authority(rsa_key)) as listening:
        settings.SOCIALACCOUNT_PROVIDERS = identity.provider(
            listening.issuer, wire.CLIENT_ID, wire.SECRET
        )
        yield listening


@pytest.fixture
def citizen(db) -> Person:
    person = Person(full_name="Nguyễn Thị Đào")
    person.personal_number = "022188001234"
    person.save()
    return person


@pytest.fixture
def officer(db) -> Person:
    """Password and authenticator app."""
    cache.clear()
    person = Person.objects.create(username="tiepnhan.thu", full_name="Trần Văn Bưởi")
    actions.give_credentials(person, PASSWORD, TOTP_SECRET)
    return person


@pytest.fixture
def new_officer(db) -> Person:
    """A password, handed over; nothing set up yet."""
    cache.clear()
    person = Person.objects.create(username="moi.den", full_name="Lê Thị Mơ")
    actions.give_credentials(person, PASSWORD)
    return person


@pytest.fixture
def editor(officer: Person) -> Person:
    officer.is_superuser = True
    officer.save()
    return officer


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Now, and ``clock.shift(seconds)`` later."""
    with time_machine.travel(time.time(), tick=True) as traveller:
        yield traveller
