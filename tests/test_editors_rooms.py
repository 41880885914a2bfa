"""Who may enter the editors' rooms? One rule for every address of Wagtail's admin."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils.regex_helper import normalize

from motcua.accounts.tests.sessions import as_citizen, as_officer, with_password_only
from motcua.dossiers.tests.factories import PersonFactory

from .answers import OFFICERS_DOOR, REFUSED, SECOND_LOCK, SHOWN, Answer, answer_of
from .town import Town, Who

pytestmark = pytest.mark.django_db

ROOM = "/bien-tap/"
LOCKED_FOR = {
    Who.STRANGER: OFFICERS_DOOR,
    Who.OWNER: OFFICERS_DOOR,
    Who.PASSWORD_ONLY: SECOND_LOCK,
    Who.CLERK: REFUSED,  # an officer who is no editor
}


def addresses(resolver: URLResolver, shape: str = "") -> Iterator[str]:
    """One address of every pattern, with a 1 wherever something varies."""
    for pattern in resolver.url_patterns:
        here = shape + pattern.pattern.regex.pattern.removeprefix("^").replace("\\Z", "")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, here)
        else:
            shown, names = normalize(here)[0]
            yield "/" + shown % dict.fromkeys(names, "1")


ROOMS = sorted({each for each in addresses(get_resolver()) if each.startswith(ROOM)})


def test_the_walk_sees_the_rooms():
    assert len(ROOMS) > 150
    assert "/bien-tap/pages/1/edit/" in ROOMS


def other_answers(browser: Client, expected: Answer, *, method: str = "get") -> dict[str, Answer]:
    """What a walk through every room finds beside the expected."""
    found = {each: answer_of(getattr(browser, method)(each)) for each in ROOMS}
    return {each: answer for each, answer in found.items() if answer is not expected}


@pytest.mark.parametrize("who", LOCKED_FOR)
def test_nobody_enters_who_is_no_editor(town: Town, who: Who):
    assert not other_answers(town.arrives(who), LOCKED_FOR[who])


@pytest.fixture
def editor():
    editor = PersonFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return editor


def test_an_editor_enters_by_both_locks(client, editor):
    assert answer_of(as_officer(client, editor).get(ROOM)) is SHOWN


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_editor_does_not_enter_by_the_citizens_door(client, editor, method):
    assert not other_answers(as_citizen(client, editor), OFFICERS_DOOR, method=method)


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_editor_does_not_enter_by_one_lock(client, editor, method):
    browser = with_password_only(client, editor)

    assert not other_answers(browser, SECOND_LOCK, method=method)
