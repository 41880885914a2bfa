"""Do open dossiers follow their office, whole, once, and back?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import transfers
from motcua.dossiers.exceptions import TooLate
from motcua.dossiers.models import Dossier
from motcua.dossiers.signals import dossiers_transferred
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, OrganizationFactory
from motcua.dossiers.workflow import OPEN, State
from motcua.organizations.tests import reorganizing
from motcua.organizations.tests.reorganizing import REASON, columns, decided


@pytest.fixture
def heir(office):
    return OrganizationFactory(identifier="H49.99", full_name="UBND phường Cao Xanh")


@pytest.fixture
def open_ones(office, applicant):
    """One in every status that a dossier has today."""
    states = sorted(OPEN - {State.PAYMENT_REQUESTED})
    return [
        DossierFactory(organization=office, applicant=applicant.person, state=each)
        for each in states
    ]


def moving(dossiers, old, new) -> str:
    lines = [(each.pk, old.pk, new.pk, old.pk, new.pk) for each in dossiers]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS moving_dossiers")
        cursor.execute(f"CREATE TEMP TABLE moving_dossiers ({transfers.MOVING})")
        cursor.executemany("INSERT INTO moving_dossiers VALUES (%s, %s, %s, %s, %s)", lines)
    return "moving_dossiers"


def test_what_is_open_is_known_by_who_decides_and_by_who_receives(open_ones, office, heir):
    DossierFactory(organization=office, returned=True)
    elsewhere = DossierFactory(organization=heir, counter=office)

    assert set(transfers.open_at([office])) == {*open_ones, elsewhere}


def test_open_dossiers_follow_and_nothing_else_of_them_changes(open_ones, office, heir):
    before = [columns(each) for each in open_ones]

    count = transfers.transfer(moving(open_ones, office, heir), **decided())

    assert count == len(open_ones)
    there = {"organization_id": heir.pk, "counter_id": heir.pk}
    assert [columns(each) for each in open_ones] == [each | there for each in before]
    assert set(Dossier.objects.values_list("revision", flat=True)) == {2}


def test_history_tells_why_whither_and_where_it_was_received(open_ones, office, heir):
    transfers.transfer(moving(open_ones, office, heir), **decided(number="1679"))

    event = open_ones[1].events.get()
    assert (event.role, event.state, event.reason) == ("system", open_ones[1].state, REASON)
    assert event.person.is_machine
    assert event.label == "Chuyển theo sắp xếp tổ chức"
    assert event.payload == {
        "plan": 7,
        "number": "1679",
        "from": office.pk,
        "to": heir.pk,
        "counter_from": office.pk,
        "counter_to": heir.pk,
    }


def test_back_they_are_what_they_were_even_if_taken_back_since(open_ones, office, heir, applicant):
    before = [columns(each) for each in open_ones[1:]]
    transfers.transfer(moving(open_ones, office, heir), **decided())
    first = Dossier.objects.get(pk=open_ones[0].pk)
    first.withdraw(by=applicant)

    assert transfers.give_back(moving(open_ones, heir, office), **decided()) == len(open_ones)

    assert [columns(each) for each in open_ones[1:]] == before
    first.refresh_from_db()
    assert (first.state, first.organization) == (State.WITHDRAWN, office)


def test_what_has_ended_or_moved_meanwhile_stays(office, heir):
    ended = DossierFactory(organization=office, returned=True)
    gone = DossierFactory(organization=heir)

    assert transfers.transfer(moving([ended, gone], office, heir), **decided()) == 0
    assert not ended.events.exists()


def test_an_officer_who_saw_it_before_is_too_late(open_ones, office, people, heir):
    seen = Dossier.objects.get(pk=open_ones[0].pk)
    transfers.transfer(moving(open_ones, office, heir), **decided())

    with pytest.raises(TooLate):
        seen.receive(by=people.clerk)


def test_all_go_in_one_statement_and_are_announced_together(open_ones, office, heir):
    heard = []

    def hear(sender, dossiers, verb, **_):
        heard.append((set(dossiers), verb))

    dossiers_transferred.connect(hear)
    table, how = moving(open_ones, office, heir), decided()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        transfers.transfer(table, **how)

    assert heard == [(set(open_ones), "transfer")]
    assert len([q for q in asked if "UPDATE" in q["sql"].split("FROM")[0]]) <= 2


def test_unsubmitted_drafts_name_the_heir(office, heir):
    draft = DraftFactory(organization=office)

    assert transfers.move_drafts(reorganizing.moving([draft], office, heir)) == 1

    draft.refresh_from_db()
    assert draft.organization == heir
