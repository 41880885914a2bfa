"""The session is over while somebody types: what they typed comes through the sign-in."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Rescued
from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.catalog.forms_data import form_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory
from motcua.dossiers.tests.windows import CHILD, at, window


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def draft(citizen, office):
    form, layout = form_of("1.001193")
    return DraftFactory(
        person=citizen, organization=office, version=VersionFactory(form=form, form_layout=layout)
    )


def test_what_was_typed_comes_through_the_sign_in_to_the_same_page(client, draft, citizen):
    typed = window(client, draft) | {"child__full_name": "Trần Mẫu An"}

    over = client.post(at("page", draft, CHILD), typed)
    page = as_citizen(client, citizen).get(at("page", draft, CHILD)).content.decode()

    assert over.status_code == 403
    assert at("page", draft, CHILD) in over.content.decode()
    assert "Trần Mẫu An" not in over.content.decode()
    assert 'value="Trần Mẫu An"' in page
    assert "trước khi phiên làm việc kết thúc" in page


def test_once_saved_it_waits_no_more(client, draft, citizen):
    typed = {"child__full_name": "Trần Mẫu An"}
    client.post(at("page", draft, CHILD), typed)
    as_citizen(client, citizen).post(at("page", draft, CHILD), typed)

    assert not Rescued.objects.exists()


def test_saved_as_one_types_it_waits_no_more(client, draft, citizen):
    typed = {"child__full_name": "Trần Mẫu An"}
    client.post(at("page", draft, CHILD), typed)

    as_citizen(client, citizen).post(at("autosave", draft, CHILD), typed)

    assert not Rescued.objects.exists()


def test_two_pages_wait_beside_each_other_and_of_one_page_the_latest(client, draft, citizen):
    for name in ("Trần Mẫu A", "Trần Mẫu An"):
        client.post(at("page", draft, CHILD), {"child__full_name": name})
    client.post(at("page", draft, "me"), {"mother__full_name": "Trần Thị Hai"})

    browser = as_citizen(client, citizen)

    assert 'value="Trần Mẫu An"' in browser.get(at("page", draft, CHILD)).content.decode()
    assert 'value="Trần Thị Hai"' in browser.get(at("page", draft, "me")).content.decode()


def test_pressed_too_late_one_lands_on_the_last_page_and_presses_again(client, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())
    said = {"confirmed": "on", "revision": draft.revision}

    over = client.post(at("submit", draft), said).content.decode()
    browser = as_citizen(client, citizen)
    page, again = (browser.get(at("check", draft)).content.decode() for _each in range(2))
    browser.post(at("submit", draft), said)

    assert f"next={at('check', draft)}" in over
    assert "nên hồ sơ chưa nộp" in page
    assert re.search('<input[^>]*name="confirmed"[^>]*checked', page)
    assert "nên hồ sơ chưa nộp" not in again
    assert Dossier.objects.count() == 1


def test_a_tick_of_another_draft_than_stands_is_not_brought_back(client, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())
    client.post(at("submit", draft), {"confirmed": "on", "revision": draft.revision - 1})

    page = as_citizen(client, citizen).get(at("check", draft)).content.decode()

    assert "nên hồ sơ chưa nộp" in page
    assert "checked" not in page.split("<main")[1]


def test_an_officers_session_beside_it_takes_nothing_away(client, draft, citizen):
    as_officer(client, citizen)

    over = client.post(at("page", draft, CHILD), {"child__full_name": "Trần Mẫu An"})
    page = as_citizen(client, citizen).get(at("page", draft, CHILD)).content.decode()

    assert over.status_code == 403
    assert 'value="Trần Mẫu An"' in page


def test_an_invitation_comes_through_the_sign_in(client, draft, citizen):
    client.post(at("along", draft), {"name": "Vũ Văn Thử", "number": "022088005678"})

    page = as_citizen(client, citizen).get(at("along", draft)).content.decode()

    assert 'value="Vũ Văn Thử"' in page


def test_it_waits_sealed_and_for_this_browser_and_page_only(client, draft, citizen):
    client.post(at("page", draft, CHILD), {"child__full_name": "Trần Mẫu An"})

    other_page = as_citizen(client, citizen).get(at("page", draft, "me")).content.decode()
    other_browser = as_citizen(Client(), citizen).get(at("page", draft, CHILD)).content.decode()

    with connection.cursor() as cursor:
        cursor.execute("SELECT texts FROM accounts_rescued")
        assert "Mẫu".encode() not in bytes(cursor.fetchone()[0])
    assert "Trần Mẫu An" not in other_page
    assert "Trần Mẫu An" not in other_browser


def test_a_stranger_at_the_same_computer_sees_nothing_of_it(client, draft):
    client.post(at("page", draft, CHILD), {"child__full_name": "Trần Mẫu An"})

    as_citizen(client, PersonFactory())

    assert client.get(at("page", draft, CHILD)).status_code == 404


def test_too_much_at_once_stays_on_the_page_itself(client, draft, settings):
    settings.TYPED_ALLOWANCES = {"network": (0, 60)}

    over = client.post(at("page", draft, CHILD), {"child__full_name": "Trần Mẫu An"})

    assert 'value="Trần Mẫu An"' in over.content.decode()
    assert not Rescued.objects.exists()


def test_an_old_token_keeps_what_was_typed_and_one_button_sends_it(citizen, draft):
    strict = as_citizen(Client(enforce_csrf_checks=True), citizen)

    page = strict.post(at("page", draft, CHILD), {"child__full_name": "Trần Mẫu An"})

    assert page.status_code == 403
    assert 'name="child__full_name" value="Trần Mẫu An"' in page.content.decode()


def test_signing_out_takes_along_what_this_browser_kept(client, citizen):
    answer = as_citizen(client, citizen).post(reverse("accounts:sign_out"))

    assert answer["Clear-Site-Data"] == '"storage"'
