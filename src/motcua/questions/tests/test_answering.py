"""Does the duty to answer pass to the heir's post on the day, and back to the letter?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.tests.factories import FOREVER
from motcua.organizations.tests.reorganizing import everything, ledger, moving
from motcua.periods.models import since
from motcua.questions import answering
from motcua.questions.models import AnsweringPost

DAY = date(2026, 12, 1)


@pytest.fixture
def named(office, people):
    return AnsweringPost.objects.create(
        organization=office, post=people.clerk.post, valid_during=FOREVER, tends_search=True
    )


@pytest.fixture
def heir(people):
    return people.stranger.post


def test_it_ends_on_the_day_and_begins_at_the_heirs_post(named, office, other_office, heir):
    assert list(answering.held_at([office], [], DAY)) == [named]

    answering.pass_on(moving([named], office, other_office, heir), day=DAY, ledger=ledger())

    named.refresh_from_db()
    assert named.valid_during.upper == DAY
    next_one = AnsweringPost.objects.exclude(pk=named.pk).get()
    assert (next_one.organization, next_one.post) == (other_office, heir)
    assert (next_one.valid_during, next_one.tends_search) == (since(DAY), True)
    assert not answering.held_at([office], [], DAY).exists()


def test_an_heir_that_names_a_post_keeps_it(named, office, other_office, heir):
    AnsweringPost.objects.create(organization=other_office, post=heir, valid_during=FOREVER)

    answering.pass_on(moving([named], office, other_office, heir), day=DAY, ledger=ledger())

    assert AnsweringPost.objects.on(DAY).count() == 1


def test_where_no_post_is_known_it_only_ends(named, office, other_office):
    answering.pass_on(moving([named], office, other_office), day=DAY, ledger=ledger())

    assert not AnsweringPost.objects.on(DAY).exists()


def test_what_would_begin_later_never_does_and_all_comes_back(
    named, people, office, other_office, heir
):
    AnsweringPost.objects.filter(pk=named.pk).update(valid_during=since(date(2026, 1, 1), DAY))
    later = AnsweringPost.objects.create(
        organization=office, post=people.second.post, valid_during=since(DAY)
    )
    before, notes = everything(AnsweringPost), ledger()

    answering.pass_on(
        moving([named, later], office, other_office, heir), day=date(2026, 11, 1), ledger=notes
    )
    assert not answering.held_at([office], [], date(2026, 11, 1)).exists()
    answering.pass_on(
        moving([named, later], office, other_office, heir), day=date(2026, 11, 1), ledger=notes
    )
    answering.take_back(notes)

    assert everything(AnsweringPost) == before


def test_the_number_of_statements_is_the_same_for_many(named, office, other_office, heir):
    table, notes = moving([named], office, other_office, heir), ledger()

    with CaptureQueriesContext(connection) as asked:
        answering.pass_on(table, day=DAY, ledger=notes)
        answering.take_back(notes)

    assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) == 7
