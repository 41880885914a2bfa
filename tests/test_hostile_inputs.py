"""Everything hostile that we could think of is answered as it was decided: a table, sent whole.

Each row of ``tests/hostile`` goes through the whole house, with a real database and real files.
No row may end in a failure, in a stack trace, in a script that runs, or take long.
"""

import time
from collections.abc import Iterator

import pytest
from django.test import Client

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.news.models import NewsIndex
from motcua.news.newsroom.workflow import Role
from motcua.news.tests.newsroom.conftest import desk
from motcua.organizations.tests.factories import OrganizationFactory

from .hostile import asking, editing, files, pages
from .hostile.rows import Row, World
from .town import Town, Who

pytestmark = pytest.mark.django_db

ROWS = [*pages.ROWS, *asking.ROWS, *files.ROWS, *editing.ROWS]
LONGEST = 30
"""Seconds on a busy machine; ten thousand submissions take the longest, about four."""


@pytest.fixture(scope="module")
def newsroom(town: Town, django_db_blocker) -> Iterator[tuple]:
    """A ward's corner with its reporter, and an administrator."""
    with django_db_blocker.unblock():
        index = NewsIndex.objects.get(locale__language_code="vi")
        ward = desk(index, OrganizationFactory(identifier="H49.57"), "Phường", "phuong")
        yield ward.section, ward.people[Role.REPORTER], PersonFactory(is_superuser=True)


@pytest.fixture
def world(town: Town, newsroom: tuple, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.PROOF_BITS, settings.FASTEST_SECONDS = 6, -1
    corner, reporter, administrator = newsroom
    folder = tmp_path / "bao-cu"
    folder.mkdir()
    return World(
        town=town,
        corner=corner,
        stranger=Client(),
        citizen=town.arrives(Who.OWNER),
        reporter=as_officer(Client(), reporter),
        administrator=as_officer(Client(), administrator),
        folder=folder,
    )


def test_there_are_more_than_fifty_and_each_has_a_name():
    assert len({row.name for row in ROWS}) == len(ROWS) > 100


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_it_is_answered_as_decided(row: Row, world: World):
    begun = time.perf_counter()

    answer = row.send(world)

    text = _text(answer)
    assert answer.status_code == row.status, text[:2000]
    assert row.says in text
    assert not row.hides or row.hides not in text
    assert "Traceback" not in text
    assert row.kept(world)
    assert time.perf_counter() - begun < LONGEST


def _text(answer) -> str:
    """The page, or where it leads; what is streamed is read to its end."""
    if 300 <= answer.status_code < 400:
        return str(answer.url)
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace")
