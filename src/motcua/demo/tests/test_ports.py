"""Which port does the demo take?"""

import os
import socket

import pytest

from motcua.demo import ports
from motcua.demo.exceptions import NoSuchPort


@pytest.fixture
def taken():
    """A port on which somebody listens already."""
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        yield stranger.getsockname()[1]


def release(*locks):
    for lock in locks:
        if lock is not None:
            os.close(lock)


def test_the_asked_port_is_taken_if_it_is_free():
    asked = ports.any_port()

    port, lock = ports.free_port(asked)

    assert port == asked
    release(lock)


def test_the_next_free_port_stands_in_for_a_taken_one(taken):
    port, lock = ports.free_port(taken)

    assert port > taken
    assert ports.is_free(port)
    release(lock)


def test_two_demos_that_start_together_take_two_ports():
    asked = ports.any_port()

    first, first_lock = ports.free_port(asked)
    second, second_lock = ports.free_port(asked)

    assert first == asked
    assert second != first
    release(first_lock, second_lock)


@pytest.mark.parametrize("given", ["http", "0", "65536", "-1", "8000.5"])
def test_what_is_no_port_is_refused_with_a_sentence(given):
    with pytest.raises(NoSuchPort, match="from 1 to 65535"):
        ports.asked_port(given)


def test_without_a_wish_it_is_8000():
    assert ports.asked_port(None) == ports.asked_port("") == 8000


def test_the_port_of_last_time_is_liked(taken):
    free = ports.any_port()

    assert ports.any_port(str(free)) == free
    assert ports.any_port(str(taken)) != taken
