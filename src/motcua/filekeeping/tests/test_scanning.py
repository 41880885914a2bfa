"""With a scanner nobody opens what it has not seen; without its answer nothing is lost either."""

import socket

import pytest

from motcua.filekeeping import actions, exceptions, scanning, tasks
from motcua.filekeeping.clients import clamd
from motcua.filekeeping.models import StoredFile

from .contents import pdf

pytestmark = pytest.mark.django_db


def bytes_of(kept: StoredFile) -> bytes:
    with kept.open() as stream:
        return stream.read()


def test_what_is_clean_is_given_out(scanner):
    assert bytes_of(StoredFile.keep(pdf())) == pdf().read()


def test_what_is_found_is_refused_with_its_name_and_not_kept(scanner):
    with pytest.raises(exceptions.Infected, match=r"Motcua\.Test"):
        StoredFile.keep(pdf("EVIL"))

    assert not StoredFile.objects.exists()


def test_while_the_scanner_is_away_a_file_is_kept_and_not_given_out(scanner):
    scanner.leave()

    kept = StoredFile.keep(pdf())

    assert kept.is_quarantined
    with pytest.raises(exceptions.Quarantined):
        kept.open()


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"OK\0"])
def test_an_answer_that_is_no_verdict_clears_nothing(scanner, answer):
    scanner.answer = answer

    assert StoredFile.keep(pdf()).is_quarantined


def test_the_job_opens_what_waited_once_the_scanner_answers(scanner):
    scanner.answer = b""
    kept = StoredFile.keep(pdf())
    scanner.answer = None

    assert tasks.scan(timestamp=0) == 1

    kept.refresh_from_db()
    assert bytes_of(kept) == pdf().read()


def test_the_job_condemns_what_the_scanner_finds_later(scanner):
    scanner.answer = b""
    kept = StoredFile.keep(pdf("EVIL"))
    scanner.answer = None

    assert actions.scan_quarantined() == 1

    kept.refresh_from_db()
    assert kept.threat == "Motcua.Test"
    with pytest.raises(exceptions.Condemned):
        kept.open()
    with pytest.raises(exceptions.Infected):  # and again it is refused, whoever brings it
        StoredFile.keep(pdf("EVIL"))


def test_while_the_scanner_stays_away_it_goes_on_waiting(scanner):
    scanner.answer = b""
    StoredFile.keep(pdf())

    assert actions.scan_quarantined() == 0
    assert StoredFile.objects.quarantined().count() == 1


def test_a_new_scanner_looks_at_what_came_before_it(scanner, settings):
    at, settings.CLAMAV_SOCKET = settings.CLAMAV_SOCKET, ""
    kept = StoredFile.keep(pdf("EVIL"))
    settings.CLAMAV_SOCKET = at

    assert actions.scan_again() == 1

    kept.refresh_from_db()
    assert kept.threat


def test_without_a_scanner_everything_is_given_out(settings):
    settings.CLAMAV_SOCKET = ""

    assert scanning.is_cleared(pdf())
    assert tasks.scan(timestamp=0) == 0


def test_a_socket_that_is_not_there_is_a_scanner_that_is_away(tmp_path):
    with pytest.raises(clamd.Away):
        clamd.threat_in(pdf(), str(tmp_path / "clamd.ctl"))


def test_files_that_are_never_decided_keep_no_others_waiting(scanner, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    scanner.answer = b"INSTREAM size limit exceeded. ERROR\0"
    odd = [StoredFile.keep(pdf(f"odd {n}")) for n in range(3)]
    good = StoredFile.keep(pdf("good"))
    scanner.answer = None
    scanner.undecided = b"odd"

    runs = [actions.scan_quarantined() for _ in range(60)]

    good.refresh_from_db()
    assert good.is_open
    assert sum(runs) == 1
    assert StoredFile.objects.quarantined().count() == len(odd)


def test_a_silent_scanner_is_not_asked_about_everything(scanner):
    scanner.answer = b""
    for n in range(8):
        StoredFile.keep(pdf(str(n)))
    before = scanner.asked

    assert actions.scan_quarantined() == 0

    assert scanner.asked - before == actions.SILENCES


@pytest.mark.parametrize(
    ("limit", "words"), [("PATIENCE", "timed out"), ("DEADLINE", "timed out|too long")]
)
def test_one_that_takes_the_file_and_gives_no_answer_in_time_is_away(monkeypatch, limit, words):
    monkeypatch.setattr(clamd, limit, 0.05)
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        pytest.raises(clamd.Away, match=words),
    ):
        clamd.threat_in(pdf(), f"tcp://127.0.0.1:{mute.getsockname()[1]}")
