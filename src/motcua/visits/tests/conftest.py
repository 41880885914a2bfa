"""Readers, and a portal that counts them."""

import itertools

import pytest

from motcua.visits import keeper as keepers
from motcua.visits import readings

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0"


@pytest.fixture
def keeper():
    """The keeper of this process, as after its start."""
    keepers.begin_anew()
    readings.forget()
    yield keepers.keeper()
    keepers.begin_anew()
    readings.forget()


@pytest.fixture
def read(client, keeper):
    """Somebody opens a page: ``read("/", who=3)``; everybody sits in a network of their own."""
    nobody_yet = itertools.count()

    def opened(address="/kha-nang-tiep-can/", who=None, agent=FIREFOX, **headers):
        number = next(nobody_yet) if who is None else who
        network = f"198.51.{number // 250}.{number % 250 + 1}"
        headers.setdefault("REMOTE_ADDR", network)
        return client.get(address, HTTP_USER_AGENT=agent, **headers)

    return opened
