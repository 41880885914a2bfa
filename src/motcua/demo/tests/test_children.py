"""Does a child that dies come back, and not in a hurry?"""

import os
import sys
import time

import pytest

from motcua.demo.children import FIRST_PAUSE, Child
from motcua.demo.folder import Folder


@pytest.fixture
def folder(tmp_path):
    folder = Folder.take(tmp_path / "demo")
    yield folder
    folder.stop_leftovers()
    os.close(folder.lock)


def child(folder, code):
    child = Child("clock", [sys.executable, "-c", code], dict(os.environ), folder)
    child.start()
    return child


def test_a_child_that_lives_is_left_alone(folder):
    living = child(folder, "import time; time.sleep(60)")

    assert living.look_after() is None
    living.ask_to_stop()
    living.process.wait()


def test_a_child_that_died_is_started_again_after_a_pause(folder):
    mortal = child(folder, "import sys; print('alas'); sys.exit(3)")
    mortal.process.wait()

    first = mortal.look_after()
    at_once = mortal.look_after()
    mortal.due = time.monotonic()
    then = mortal.look_after()
    mortal.process.wait()

    assert first == "clock ended (exit code 3); it starts again in 1 s."
    assert at_once is None
    assert then == "clock is started again."
    assert mortal.last_words() == "alas\nalas"


def test_each_pause_is_longer_and_none_is_endless(folder):
    mortal = child(folder, "pass")
    mortal.process.wait()
    pauses = []
    for _ in range(7):
        mortal.look_after()
        pauses.append(round(mortal.due - time.monotonic()))
        mortal.due = None

    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_a_child_that_was_well_comes_back_soon(folder):
    mortal = child(folder, "pass")
    mortal.process.wait()
    mortal.pause, mortal.started = 30, time.monotonic() - 3600

    assert mortal.look_after().endswith("in 1 s.")
    assert mortal.pause == 2 * FIRST_PAUSE
