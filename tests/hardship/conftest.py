"""A house that may be broken, and somebody who wants to apply in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from motcua.conf import environment
from motcua.operations.postgres import Cluster

from .house import House


def pytest_collection_modifyitems(items):
    """Every test in this folder is hard."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.hardship)


@pytest.fixture
def house(database_folder, tmp_path, django_db_blocker) -> Iterator[House]:
    """Its database is this test's only, and the test itself speaks to it as well."""
    cluster = Cluster(database_folder, durable=True)
    ours = environment.database(cluster.start())
    known = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update({part: ours[part] for part in ("NAME", "USER", "HOST", "PORT")})
    house = House(cluster, tmp_path)
    try:
        with django_db_blocker.unblock():
            yield house
    finally:
        house.close()
        connections.close_all()
        connection.settings_dict.update(known)
        cluster.stop()
