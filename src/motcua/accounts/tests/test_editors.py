"""What does Wagtail's admin know of persons?"""

import pytest

from motcua.accounts.models import Person
from motcua.accounts.tests import sessions

LIST = "/bien-tap/users/"


@pytest.fixture
def at_the_editors_desk(client, editor):
    return sessions.as_officer(client, editor)


def test_officers_are_listed_and_citizens_are_not(at_the_editors_desk, citizen, new_officer):
    page = at_the_editors_desk.get(LIST).content.decode()

    assert new_officer.username in page
    assert citizen.username not in page
    assert citizen.full_name not in page


@pytest.mark.parametrize("looked_for", ["022188001234", "1234", "022*****1234"])
def test_nobody_is_found_by_number(at_the_editors_desk, new_officer, looked_for):
    new_officer.personal_number = "022188001234"
    new_officer.save()

    page = at_the_editors_desk.get(LIST, {"q": looked_for}).content.decode()

    assert new_officer.username not in page


@pytest.mark.parametrize("looked_for", ["moi.den", "Lê Thị"])
def test_an_officer_is_found_by_name(at_the_editors_desk, new_officer, looked_for):
    page = at_the_editors_desk.get(LIST, {"q": looked_for}).content.decode()

    assert new_officer.username in page


def test_the_number_is_on_no_page_about_an_officer(at_the_editors_desk, new_officer):
    new_officer.personal_number = "022188001234"
    new_officer.save()

    for page in (f"{LIST}edit/{new_officer.pk}/", f"{LIST}history/{new_officer.pk}/"):
        shown = at_the_editors_desk.get(page).content.decode()

        assert "022188001234" not in shown
        assert "*****" not in shown


def test_an_administrator_enters_an_officer(at_the_editors_desk):
    typed = {
        "username": "hotich.moi",
        "full_name": "Đặng Thị Mận",
        "email": "man@xa.example",
        "password1": "Mùa xuân đã về",
        "password2": "Mùa xuân đã về",
    }

    response = at_the_editors_desk.post(f"{LIST}new/", typed)

    assert response.status_code == 302, response.context["form"].errors
    officer = Person.objects.get(username="hotich.moi")
    assert officer.check_password("Mùa xuân đã về")
    assert officer.full_name == "Đặng Thị Mận"


def test_an_administrator_closes_an_account(at_the_editors_desk, new_officer):
    typed = {"username": "moi.den", "full_name": "Lê Thị Mơ", "email": "mo@xa.example"}

    at_the_editors_desk.post(f"{LIST}edit/{new_officer.pk}/", typed)

    new_officer.refresh_from_db()
    assert not new_officer.is_active


def test_deleting_is_not_offered(at_the_editors_desk, new_officer):
    listed = at_the_editors_desk.get(LIST).content.decode()
    edited = at_the_editors_desk.get(f"{LIST}edit/{new_officer.pk}/").content.decode()

    assert "/delete/" not in listed
    assert f"/delete/{new_officer.pk}/" not in edited


def test_an_editor_changes_the_theme_without_typing_a_name(at_the_editors_desk):
    page = at_the_editors_desk.get("/bien-tap/account/")

    assert "first_name" not in page.content.decode()


def test_the_list_can_be_sorted(at_the_editors_desk, new_officer):
    for order in ("name", "-name", "username", "last_login"):
        assert at_the_editors_desk.get(LIST, {"ordering": order}).status_code == 200
