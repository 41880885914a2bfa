"""Whatever dies while citizens submit: what was acknowledged is there, and trying again works.

The law behind it: an applicant who holds a code holds a dossier (NĐ 61/2018/NĐ-CP, Art. 17).
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
import requests
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from motcua.dossiers.models import Attachment, Dossier
from motcua.dossiers.tests.factories import (
    PDF,
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
)
from motcua.worktime.actions import load_calendar

CONFIRMED = {"confirmed": "on"}
PATIENCE = 90
"""Seconds that a crowd keeps pressing; a small machine with all its cores busy."""


@pytest.fixture
def counter(house):
    """An office that may decide one procedure."""
    load_calendar()
    return OrganizationFactory(identifier="H49.61"), VersionFactory()


@pytest.fixture
def draft(counter):
    office, version = counter
    return DraftFactory(person=PersonFactory(), version=version, organization=office)


@pytest.fixture
def drafts(counter):
    """Fifteen citizens, each about to submit."""
    office, version = counter
    return [
        DraftFactory(person=PersonFactory(), version=version, organization=office)
        for _ in range(15)
    ]


def address(house, draft, name="apply:submit"):
    return house.base + reverse(name, args=[draft.version.procedure.code, draft.key])


def submit(house, session, draft):
    """The answer to one press of the button; None where none came."""
    try:
        return session.post(address(house, draft), CONFIRMED, allow_redirects=False, timeout=30)
    except requests.RequestException:
        return None


def acknowledged(answer):
    """The code that the citizen was led to, if any."""
    if answer is None or answer.status_code != 302:
        return None
    return answer.headers["Location"].split("/")[-3]


def everyone_submits(house, drafts):
    """All at once, each pressing until there is a code; what each was told, in order."""
    sessions = {draft.pk: house.citizen(Client(), draft.person) for draft in drafts}
    connection.close()
    deadline = time.monotonic() + PATIENCE

    def press(draft):
        told = [submit(house, sessions[draft.pk], draft)]
        while not acknowledged(told[-1]) and time.monotonic() < deadline:
            time.sleep(0.3)
            told.append(submit(house, sessions[draft.pk], draft))
        return told

    with ThreadPoolExecutor(len(drafts)) as crowd:
        return dict(zip([draft.pk for draft in drafts], crowd.map(press, drafts), strict=True))


def codes_are_whole(expected):
    """No gap, no duplicate, one dossier for each draft."""
    serials = sorted(int(code.rpartition("-")[2]) for code in _codes())
    return serials == list(range(1, expected + 1))


def _codes():
    return list(Dossier.objects.values_list("code", flat=True))


def test_a_server_killed_during_a_submission_makes_no_half_dossier(house, draft):
    house.open()
    session = house.citizen(Client(), draft.person)
    paper = {"tep": ("giay-chung-sinh.pdf", PDF, "application/pdf")}
    papers = address(house, draft, "apply:papers")
    component = draft.version.cases.get().components.first()
    session.post(papers, files={f"paper-{component.pk}": paper["tep"]}, timeout=30)

    with transaction.atomic(), ThreadPoolExecutor(1) as hand:
        _hold_the_counter(draft)
        answer = hand.submit(submit, house, session, draft)
        _wait_until_somebody_waits()
        house.kill_web()
        lost = answer.result(timeout=30)
    before_trying_again = Dossier.objects.count()
    house.open()
    again = submit(house, session, draft)

    assert lost is None
    assert before_trying_again == 0
    assert acknowledged(again) == Dossier.objects.get().code
    assert Dossier.objects.get().draft == draft
    assert Attachment.objects.filter(dossier__draft=draft).count() == 1


def _hold_the_counter(draft):
    """Take the row that gives out codes, so that a submission stops in its middle."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO dossiers_codecounter (organization_id, day, last)"
            " VALUES (%s, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 0)",
            [draft.organization_id],
        )


def _wait_until_somebody_waits():
    deadline = time.monotonic() + 30
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
            time.sleep(0.05)
    pytest.fail("The submission never reached the counter.")


def _wait_for_dossiers(house, number):
    """Until so many are there, as somebody sees who looks from outside."""
    deadline = time.monotonic() + PATIENCE
    with psycopg.connect(house.cluster.url("motcua"), autocommit=True) as outside:
        while time.monotonic() < deadline:
            if outside.execute("SELECT count(*) FROM dossiers_dossier").fetchone()[0] >= number:
                return
            time.sleep(0.02)


def test_a_server_killed_in_a_crowd_loses_nothing_that_it_acknowledged(house, drafts):
    house.open()

    def kill_twice():
        for so_far in (1, 7):
            _wait_for_dossiers(house, so_far)
            house.kill_web()
            house.open()

    with ThreadPoolExecutor(1) as villain:
        killing = villain.submit(kill_twice)
        told = everyone_submits(house, drafts)
        killing.result()

    assert all(acknowledged(answers[-1]) for answers in told.values())
    for draft in drafts:
        assert acknowledged(told[draft.pk][-1]) == Dossier.objects.get(draft=draft).code
    assert codes_are_whole(len(drafts))


@pytest.mark.parametrize("how", ["restarted", "killed"])
def test_a_database_that_goes_under_load_loses_nothing_that_was_acknowledged(house, drafts, how):
    house.open()

    def restart():
        _wait_for_dossiers(house, 3)
        if how == "killed":
            house.cluster.server.kill()
            house.cluster.server.wait()
        house.cluster.stop()
        time.sleep(1)
        house.cluster.start()

    with ThreadPoolExecutor(1) as villain:
        restarting = villain.submit(restart)
        told = everyone_submits(house, drafts)
        restarting.result()

    answers = Counter(a.status_code for each in told.values() for a in each if a is not None)
    assert all(acknowledged(answers[-1]) for answers in told.values())
    for draft in drafts:
        assert acknowledged(told[draft.pk][-1]) == Dossier.objects.get(draft=draft).code
    assert codes_are_whole(len(drafts))
    assert set(answers) <= {302, 503}


def test_who_submits_while_the_database_is_away_gets_everything_back(house, draft):
    house.open()
    session = house.citizen(Client(), draft.person)
    connection.close()
    house.cluster.stop()

    away = submit(house, session, draft)
    house.cluster.start()
    again = submit(house, session, draft)

    assert away.status_code == 503
    assert 'name="confirmed"' in away.text
    assert away.headers["Retry-After"]
    assert acknowledged(again) == Dossier.objects.get().code


def test_a_dead_mail_server_undoes_nothing_and_the_letter_comes_later(house, draft):
    draft.contact_email = "nguoi-nop@example.vn"
    draft.save()
    house.open()
    session = house.citizen(Client(), draft.person)

    answer = submit(house, session, draft)
    house.hire().wait(60)
    before = house.letters()
    house.open_mail_server()
    worker = house.hire(for_seconds=60)
    deadline = time.monotonic() + 60
    while not house.letters() and time.monotonic() < deadline:
        time.sleep(0.2)
    worker.terminate()

    assert acknowledged(answer) == Dossier.objects.get().code
    assert before == []
    [letter] = house.letters()
    assert Dossier.objects.get().code in letter
