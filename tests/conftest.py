"""The town that tests of the whole house visit, built once a file."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from . import town as towns
from .town import Town


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Town]:
    """Stands in a transaction around every test of the file, so that none pulls anything down.

    Tests that visit it are marked ``django_db``: each is undone to the town as it was built.
    """
    private = settings.STORAGES["private"] | {
        "OPTIONS": {"location": tmp_path_factory.mktemp("private"), "base_url": None}
    }
    with (
        django_db_blocker.unblock(),
        override_settings(
            STORAGES=settings.STORAGES | {"private": private},
            MEDIA_ROOT=tmp_path_factory.mktemp("media"),
            ACCOUNT_REAUTHENTICATION_TIMEOUT=86_400,  # a busy machine is longer about it
        ),
        transaction.atomic(),
    ):
        town = towns.build()
        connection.check_constraints()  # once here, or after every test anew
        yield town
        transaction.set_rollback(True)
