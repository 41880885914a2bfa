"""What can somebody do who knows an officer's password and has no second factor?"""

import pytest
from django.urls import reverse

from motcua.accounts.actions import give_credentials
from motcua.accounts.tests.sessions import with_password_only

from .answers import OFFICERS_DOOR, answer_of
from .town import PASSWORD, TOTP_SECRET, Town

pytestmark = pytest.mark.django_db

PAPERS = [
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_add_webauthn",
]


def test_a_password_alone_signs_nobody_in(town: Town, client):
    typed = {"login": town.clerk.person.username, "password": PASSWORD}

    client.post(reverse("account_login"), typed)

    assert answer_of(client.get(reverse("desk:inbox"))) is OFFICERS_DOOR


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_from_before_the_second_lock_does_not_open_it(town: Town, client, name, method):
    """Somebody signs in with a stolen password before its owner sets up the second factor."""
    officer = town.clerk.person
    thief = with_password_only(client, officer)
    give_credentials(officer, PASSWORD, TOTP_SECRET)

    answer = answer_of(getattr(thief, method)(reverse(name)))

    assert answer is OFFICERS_DOOR
    assert officer.authenticator_set.count() == 1
