"""Do letters leave the house, once, and what if the mail server is away?"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.dossiers.signals import dossier_moving
from motcua.notifications import actions
from motcua.notifications.models import Letter
from motcua.notifications.tasks import Patience

pytestmark = pytest.mark.django_db(transaction=True)


def soon():
    """Let every waiting job be due now."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def test_a_move_writes_letter_and_job_and_the_worker_sends(
    dossier, people, worker, jobs, post_office
):
    event = dossier.receive(by=people.clerk)

    assert Letter.objects.get().state == "queued"
    assert [(about, status) for about, status, *_ in jobs()] == [(event.pk, "todo")]
    worker()

    (letter,) = post_office.letters
    assert letter["To"] == "thinh@example.vn"
    assert letter["Subject"].strip() == "Hồ sơ H49.61-261119-0037 đã được tiếp nhận"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "Hẹn trả kết quả" in letter.get_content()
    assert Letter.objects.get().state == "sent"
    assert Letter.objects.get().sent_at is not None


def test_a_move_that_is_rolled_back_writes_no_letter(dossier, people, worker, jobs):
    def fail(**_):
        raise RuntimeError("the last receiver fails")

    dossier_moving.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            dossier.receive(by=people.clerk)
    finally:
        dossier_moving.disconnect(fail)

    assert not Letter.objects.exists()
    assert jobs() == []


def test_a_dead_mail_server_undoes_nothing_and_the_letter_waits(
    dossier, people, worker, jobs, no_post_office
):
    dossier.receive(by=people.clerk)

    worker()

    letter = Letter.objects.get()
    assert Dossier.objects.get().was_received
    assert (letter.state, letter.problem, letter.attempts) == ("queued", "server", 1)
    ((_event, status, attempts, scheduled_at),) = jobs()
    assert (status, attempts) == ("todo", 1)
    assert scheduled_at > timezone.now()


def test_when_the_mail_server_is_back_the_letter_goes_out_once(
    dossier, people, worker, settings, no_post_office, request
):
    dossier.receive(by=people.clerk)
    worker()
    post_office = request.getfixturevalue("post_office")

    soon()
    worker()
    soon()
    worker()

    assert len(post_office.letters) == 1
    letter = Letter.objects.get()
    assert (letter.state, letter.problem, letter.attempts) == ("sent", "", 2)


def test_a_job_that_runs_twice_sends_once(tell, worker, post_office):
    event = tell("take_up")

    actions.post(event.pk)
    actions.post(event.pk)
    worker()

    assert len(post_office.letters) == 1


def test_a_letter_that_another_worker_is_sending_is_left_to_it(tell, worker, post_office):
    event = tell("take_up")

    with transaction.atomic():
        assert Letter.objects.to_send_now().get()
        _in_another_connection(actions.post, event.pk)

    assert post_office.letters == []
    assert Letter.objects.get().state == "queued"


def test_after_a_crash_the_second_copy_has_the_same_message_id(tell, worker, post_office):
    event = tell("take_up")
    actions.post(event.pk)
    Letter.objects.update(state="queued", sent_at=None)  # killed before the row was written

    actions.post(event.pk)

    first, second = post_office.letters
    assert first["Message-ID"] == second["Message-ID"]


def test_a_refused_address_fails_and_is_not_tried_again(tell, worker, jobs, post_office):
    post_office.to_recipients = "550 5.1.1 <thinh@example.vn> unknown"
    tell("take_up")

    worker()

    letter = Letter.objects.get()
    assert (letter.state, letter.problem, letter.reply_code) == ("failed", "address", 550)
    assert "todo" not in [status for _event, status, *_ in jobs()]
    assert "thinh" not in str(Letter.objects.values())


@pytest.mark.parametrize(
    ("at", "answer"),
    [("to_recipients", "450 4.2.1 greylisted"), ("to_letters", "451 4.3.0 try again")],
)
def test_a_server_that_says_come_again_is_asked_again(tell, worker, post_office, at, answer):
    setattr(post_office, at, answer)
    tell("take_up")
    worker()
    assert Letter.objects.get().problem == "server"

    setattr(post_office, at, None)
    soon()
    worker()

    assert len(post_office.letters) == 1


def test_a_refused_letter_fails(tell, worker, post_office):
    post_office.to_letters = "554 5.7.1 looks like spam"
    tell("take_up")

    worker()

    assert (Letter.objects.get().state, Letter.objects.get().problem) == ("failed", "letter")


def test_after_three_days_a_letter_is_given_up(tell, worker, no_post_office, monkeypatch):
    monkeypatch.setattr(actions, "LONGEST_PATIENCE", 2)
    tell("take_up")

    worker()
    soon()
    worker()

    letter = Letter.objects.get()
    assert (letter.state, letter.problem, letter.attempts) == ("failed", "server", 3)


def test_an_operator_sends_failed_letters_again(tell, worker, post_office, capsys):
    post_office.to_recipients = "550 no"
    tell("take_up")
    worker()
    post_office.to_recipients = None

    call_command("send_letters_again")
    worker()

    assert "Letters queued: 1." in capsys.readouterr().out
    assert len(post_office.letters) == 1
    assert Letter.objects.get().state == "sent"


@pytest.mark.parametrize(
    "address", ["x@example.vn\nBcc: all@example.vn", "x@example.vn, y@example.vn", "nobody"]
)
def test_an_address_cannot_carry_another_header_or_recipient(
    dossier, tell, worker, post_office, address
):
    dossier.email = address
    Dossier.objects.update(email=address)
    tell("take_up")

    worker()

    assert post_office.letters == []
    assert (Letter.objects.get().state, Letter.objects.get().problem) == ("failed", "address")


def test_without_an_address_nothing_is_queued(dossier, tell, worker, jobs):
    dossier.email = ""

    tell("take_up")

    assert not Letter.objects.exists()
    assert jobs() == []


def test_the_waits_grow_to_an_hour():
    from types import SimpleNamespace

    from motcua.notifications.exceptions import MailServerAway

    def wait(attempts):
        job = SimpleNamespace(attempts=attempts)
        decision = Patience().get_retry_decision(exception=MailServerAway(), job=job)
        return round((decision.retry_at - timezone.now()) / timedelta(seconds=1))

    assert [wait(n) for n in (0, 1, 5, 10, 79)] == [5, 10, 160, 3600, 3600]
    assert Patience().get_retry_decision(exception=ValueError(), job=SimpleNamespace()) is None


def _in_another_connection(call, *args):
    from threading import Thread

    def run():
        try:
            call(*args)
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()
