"""How often may somebody guess?"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from motcua.accounts.attempts import forget_old
from motcua.accounts.models import Attempt
from motcua.tracking.attempts import attempted

from .conftest import CODE

HOME = {"REMOTE_ADDR": "203.0.113.7"}
OFFICE = {"REMOTE_ADDR": "198.51.100.9"}


@pytest.fixture(autouse=True)
def _few_attempts(settings):
    settings.LOOK_UP_ALLOWANCES = {"network": (4, 600), "code": (2, 3600)}


def test_after_too_many_wrong_answers_a_code_is_closed_to_every_network(dossier, ask):
    assert ask(digits="0000", **HOME).status_code == 200
    assert ask(digits="0001", **OFFICE).status_code == 200

    refused = ask(digits="5678", **HOME)

    assert refused.status_code == 429
    assert "quá nhiều lần" in refused.content.decode()
    assert refused["Retry-After"] == str(8 * 60)  # it is 07:52


def test_a_code_that_does_not_exist_is_closed_alike(db, ask):
    for digits in ("0000", "0001"):
        ask("H49.99-261119-0001", digits)

    assert ask("H49.99-261119-0001", "0002").status_code == 429


def test_another_code_stays_open(dossier, ask):
    for digits in ("0000", "0001", "0002"):
        ask("H49.99-261119-0001", digits)

    assert ask().status_code == 200


def test_a_network_that_guesses_at_many_codes_is_closed(dossier, ask):
    for serial in range(4):
        ask(f"H49.61-261119-{serial:04d}", "0000", **HOME)

    assert ask(**HOME).status_code == 429
    assert ask(**OFFICE).status_code == 200


def test_right_answers_cost_nothing(dossier, ask):
    for _time in range(9):
        assert ask(**HOME).status_code == 200


def test_the_allowance_comes_back(dossier, ask, time_machine):
    for digits in ("0000", "0001", "0002"):
        ask(digits=digits)

    time_machine.shift(timedelta(minutes=8))

    assert ask().status_code == 200


def test_what_cannot_be_asked_is_not_counted(db, ask):
    for _time in range(9):
        ask("no code", "5678")

    assert not Attempt.objects.exists()


def test_a_forged_header_opens_no_new_allowance(dossier, ask):
    for serial in range(4):
        ask(f"H49.61-261119-{serial:04d}", "0000", **HOME, HTTP_X_FORWARDED_FOR=f"192.0.2.{serial}")

    assert ask(**HOME, HTTP_X_FORWARDED_FOR="192.0.2.99").status_code == 429


def test_behind_a_proxy_of_ours_the_client_is_counted(dossier, ask, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    for serial in range(5):
        ask(f"H49.61-261119-{serial:04d}", "0000", HTTP_X_FORWARDED_FOR="1.1.1.1, 203.0.113.7")

    assert ask(HTTP_X_FORWARDED_FOR="2.2.2.2, 203.0.113.7").status_code == 429
    assert ask(HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.9").status_code == 200


def test_neither_address_nor_code_can_be_read_from_the_table(dossier, ask):
    ask(digits="0000", **HOME)

    kept = str(list(Attempt.objects.values()))

    assert CODE not in kept
    assert "203.0.113" not in kept
    assert "0000" not in kept.replace("00:00", "")


def test_old_windows_are_removed_by_the_worker(db):
    now = timezone.now()
    Attempt.objects.create(key="a" * 64, opened_at=now - timedelta(hours=25), count=9)
    Attempt.objects.create(key="b" * 64, opened_at=now, count=1)

    assert forget_old() == 1
    assert Attempt.objects.get().key == "b" * 64


@pytest.mark.django_db(transaction=True)
def test_processes_count_together(settings, time_machine):
    settings.LOOK_UP_ALLOWANCES = {"network": (100, 600), "code": (7, 3600)}
    time_machine.move_to(timezone.now(), tick=False)

    def is_allowed(number):
        try:
            return not attempted(network=f"203.0.113.{number % 5}", code=CODE).count()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(is_allowed, range(40)))

    assert answers.count(True) == 7
