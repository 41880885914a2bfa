"""Which session opens which room? Every address is walked above the rooms (tests/)."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse

from motcua.accounts.models import Person
from motcua.accounts.tests import sessions

OWN_DOORS_OF_WAGTAIL = ("/bien-tap/login/", "/bien-tap/password_reset/")
DOOR = "/tai-khoan/can-bo/dang-nhap/"


@pytest.fixture
def editor_by_role(officer: Person) -> Person:
    officer.groups.add(Group.objects.get(name="Editors"))
    return officer


def leads_to(response) -> str:
    return str(response.get("Location", "")).partition("?")[0]


def test_an_editor_comes_in(client, editor_by_role):
    sessions.as_officer(client, editor_by_role)

    assert client.get("/bien-tap/").status_code == 200
    assert client.get("/bien-tap/account/").status_code == 200


def test_records_of_another_person_open_nothing(client, officer, editor_by_role):
    sessions.as_officer(client, officer)
    session = client.session
    session[sessions.RECORDS_OWNER_KEY] = "0"
    session.save()

    assert leads_to(client.get("/bien-tap/")) == DOOR


@pytest.mark.parametrize("address", ["/en/bien-tap/", "/en/tai-khoan/can-bo/mat-khau/"])
def test_the_english_doors_are_the_same_doors(client, citizen, address):
    sessions.as_citizen(client, citizen)

    assert leads_to(client.get(address)).endswith("/tai-khoan/can-bo/dang-nhap/")


def test_citizens_rooms_have_the_citizens_door(client, db):
    assert leads_to(client.get("/tai-khoan/")) == reverse(settings.LOGIN_URL)


@pytest.mark.parametrize(
    ("address", "door"),
    [
        ("/bien-tap/login/", "account_login"),
        ("/bien-tap/password_reset/", "account_reset_password"),
        ("/bien-tap/password_reset/confirm/MQ/abc-def/", "account_reset_password"),
    ],
)
def test_wagtail_s_own_doors_lead_to_ours(client, editor, address, door):
    sessions.as_officer(client, editor)

    assert leads_to(client.get(address)) == reverse(door)


@pytest.mark.parametrize("address", OWN_DOORS_OF_WAGTAIL)
def test_nobody_signs_in_at_wagtail_s_own_doors(client, editor, address):
    response = client.post(
        address, {"username": editor.username, "password": "x", "email": "a@b.vn"}
    )

    assert leads_to(response) == DOOR or response.status_code in {403, 405}
    assert "_auth_user_id" not in client.session


def test_a_citizen_does_not_come_to_officers_papers(client, citizen):
    sessions.as_citizen(client, citizen)

    assert leads_to(client.get(reverse("mfa_activate_totp"))) == DOOR
    assert leads_to(client.get(reverse("account_change_password"))) == DOOR
