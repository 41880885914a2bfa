"""Which session opens which room? Every address of officers and editors, as everybody."""

import uuid
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse
from django.utils.regex_helper import normalize

from motcua.accounts.models import Person
from motcua.accounts.tests import sessions

ROOMS = ("/can-bo/", "/bien-tap/")
OWN_DOORS_OF_WAGTAIL = ("/bien-tap/login/", "/bien-tap/password_reset/")
ANY_UUID = str(uuid.UUID(int=1))


def addresses(resolver: URLResolver, prefix: str = "/") -> Iterator[str]:
    """Every address below ``resolver``, with something plausible in each gap."""
    for name in resolver.reverse_dict:
        for possibilities, *_rest in resolver.reverse_dict.getlist(name):
            for template, gaps in possibilities:
                yield prefix + template % {gap: filling(gap) for gap in gaps}
    for inner_prefix, inner in resolver.namespace_dict.values():
        ((template, gaps), *_rest) = normalize(inner_prefix)
        yield from addresses(inner, prefix + template % {gap: filling(gap) for gap in gaps})


def filling(gap: str) -> str:
    return ANY_UUID if "uuid" in gap or gap in {"key", "reference"} else "1"


def exists(address: str) -> bool:
    """Some gaps take only what we cannot guess."""
    try:
        resolve(address)
    except Resolver404:
        return False
    return True


EVERY = sorted({a for a in addresses(get_resolver()) if a.startswith(ROOMS) and exists(a)})
DOOR = "/tai-khoan/can-bo/dang-nhap/"
SET_UP = "/tai-khoan/can-bo/hai-lop/ung-dung/"


@pytest.fixture
def editor_by_role(officer: Person) -> Person:
    officer.groups.add(Group.objects.get(name="Editors"))
    return officer


def leads_to(response) -> str:
    return str(response.get("Location", "")).partition("?")[0]


def test_there_are_rooms_to_try():
    assert len([a for a in EVERY if a.startswith("/bien-tap/")]) > 100


def test_a_stranger_comes_to_the_officers_door(client, db):
    led = {address: leads_to(client.get(address)) for address in EVERY}

    assert set(led.values()) == {DOOR}


def test_a_citizen_comes_to_the_officers_door_even_where_they_are_an_officer(client, editor):
    """The same Person, with every right there is; but this session was vouched for elsewhere."""
    sessions.as_citizen(client, editor)

    led = {address: leads_to(client.get(address)) for address in EVERY}

    assert set(led.values()) == {DOOR}


def test_a_password_alone_comes_to_the_second_lock(client, editor):
    sessions.with_password_only(client, editor)

    led = {address: leads_to(client.get(address)) for address in EVERY}

    assert set(led.values()) == {SET_UP}


def test_an_officer_without_a_role_is_no_editor(client, officer):
    sessions.as_officer(client, officer)

    answers = {
        address: client.get(address).status_code
        for address in EVERY
        if address.startswith("/bien-tap/") and not address.startswith(OWN_DOORS_OF_WAGTAIL)
    }

    assert set(answers.values()) == {403}


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
