"""Who hears of a move, and when."""

import pytest
from django.db import transaction

from motcua.dossiers.signals import dossier_moved, dossier_moving
from motcua.dossiers.workflow import State


class Broken(Exception):
    """What a receiver of a test throws."""


@pytest.fixture
def broken_receiver():
    def receiver(**_facts):
        raise Broken

    yield receiver
    dossier_moving.disconnect(receiver)
    dossier_moved.disconnect(receiver)


def test_what_fails_inside_rolls_the_move_back(registered, people, broken_receiver):
    dossier_moving.connect(broken_receiver)

    with pytest.raises(Broken):
        registered.receive(by=people.clerk)

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED
    assert registered.events.count() == 0


def test_what_fails_after_commit_undoes_nothing(
    registered, people, broken_receiver, django_capture_on_commit_callbacks
):
    dossier_moved.connect(broken_receiver)

    with django_capture_on_commit_callbacks(execute=True):
        registered.receive(by=people.clerk)

    registered.refresh_from_db()
    assert registered.state == State.RECEIVED


def test_nobody_hears_of_a_move_that_was_rolled_back(
    registered, people, django_capture_on_commit_callbacks
):
    heard = []

    def receiver(event, **_facts):
        heard.append(event)

    dossier_moved.connect(receiver)
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(Broken),
        transaction.atomic(),
    ):
        registered.receive(by=people.clerk)
        raise Broken
    dossier_moved.disconnect(receiver)

    assert heard == []
