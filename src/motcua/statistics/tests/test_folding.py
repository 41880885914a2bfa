"""Nothing is lost and nothing counts twice, whoever folds and whatever breaks."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from motcua.dossiers import exceptions
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory
from motcua.statistics import folding
from motcua.statistics.models import Delta, Tally

from .lives import BEGINNING, Life


@pytest.fixture
def submitted(office, applicant):
    draft = DraftFactory(person=applicant.person, organization=office)
    return draft.submit(by=applicant)


def counted():
    return sorted(Delta.objects.values_list("measure", "n"))


@pytest.mark.django_db
def test_a_move_writes_what_it_counts_for(submitted, people):
    assert counted() == [(1, 1)]

    submitted.receive(by=people.clerk)

    assert counted() == [(1, 1), (5, 1), (13, 1)]
    due = Delta.objects.get(measure=13)
    assert due.at == submitted.due_current


@pytest.mark.django_db
def test_a_move_that_is_rolled_back_counts_for_nothing(submitted, people):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        submitted.receive(by=people.clerk)
        raise ZeroDivisionError

    assert counted() == [(1, 1)]


@pytest.mark.django_db
def test_the_second_of_two_officers_counts_for_nothing(submitted, people):
    elsewhere = Dossier.objects.get(pk=submitted.pk)
    submitted.receive(by=people.clerk)
    before = counted()

    with pytest.raises(exceptions.TooLate):
        elsewhere.refuse(by=people.clerk, reason="Không thuộc thẩm quyền.")

    assert counted() == before


@pytest.mark.django_db
def test_a_dossier_without_history_disturbs_nobody(office, applicant, people):
    received = DossierFactory(organization=office, applicant=applicant.person, received=True)

    received.take_up(by=people.handler)
    received.stop(by=people.handler, reason="Không đủ điều kiện.")

    assert counted() == []


@pytest.mark.django_db
def test_taking_up_and_handing_over_cost_no_query(submitted, people, django_assert_num_queries):
    from motcua.statistics import actions

    submitted.receive(by=people.clerk)
    event = submitted.take_up(by=people.handler)

    with django_assert_num_queries(0):
        actions.post(submitted, event)


# --- Who folds at the same time -----------------------------------------------------------------


@pytest.fixture
def many(write):
    life = Life(0, 0, 2)
    life.go("submit", BEGINNING)
    life.go("receive", BEGINNING + timedelta(hours=1), BEGINNING + timedelta(days=3))
    write(*[life] * 50)


@pytest.mark.django_db(transaction=True)
def test_two_who_fold_at_once_count_everything_once(many):
    at_once = threading.Barrier(4)

    def work():
        at_once.wait()
        for _ in range(3):
            folding.fold()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    folding.fold()
    assert Tally.objects.get().submitted == 50
    assert not Delta.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_fold_that_is_killed_in_the_middle_leaves_everything_as_it_was(many):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        folding.fold()
        raise ZeroDivisionError

    assert Delta.objects.count() == 150
    assert not Tally.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_whoever_comes_while_somebody_folds_leaves_it_to_them(many):
    folded = []

    def work():
        folded.append(folding.fold())
        connection.close()

    with transaction.atomic():
        assert folding.hold()
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    assert folded == [0]
    assert Delta.objects.count() == 150
