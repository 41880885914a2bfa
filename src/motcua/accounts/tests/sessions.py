"""How does a test stand at a counter? Sessions as the two doors leave them behind."""

import time

from django.test import Client

from motcua.accounts.assurance import LEVEL_KEY
from motcua.accounts.models import Person

RECORDS_KEY = "account_authentication_methods"
RECORDS_OWNER_KEY = "account_authentication_methods_user"


def as_citizen(client: Client, person: Person, *, level: int = 2) -> Client:
    """``client`` after the identity provider vouched for ``person``."""
    _sign_in(client, person, [{"method": "socialaccount", "provider": "vneid", "uid": "0" * 64}])
    return _remember(client, {LEVEL_KEY: level})


def as_officer(client: Client, person: Person) -> Client:
    """``client`` after password and second factor, at the officers' door."""
    locks: list[dict[str, object]] = [
        {"method": "password", "username": person.username},
        {"method": "mfa", "id": 1, "type": "totp"},
    ]
    return _sign_in(client, person, locks)


def with_password_only(client: Client, person: Person) -> Client:
    """``client`` at the officers' door, the second lock still closed."""
    return _sign_in(client, person, [{"method": "password", "username": person.username}])


def _sign_in(client: Client, person: Person, records: list[dict[str, object]]) -> Client:
    client.force_login(person)
    stamped = [record | {"at": time.time()} for record in records]
    return _remember(client, {RECORDS_KEY: stamped, RECORDS_OWNER_KEY: str(person.pk)})


def _remember(client: Client, facts: dict[str, object]) -> Client:
    session = client.session
    session.update(facts)
    session.save()
    return client
