"""A media folder of each test's own, and a newsroom that a file of tests sets up once."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from motcua.news import actions


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Stands in a transaction around every test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        actions.set_up()
        connection.check_constraints()  # once here, or after every test anew
        yield
        transaction.set_rollback(True)
