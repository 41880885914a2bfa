"""Do open tasks and working along follow their organization, whole, once, and back?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.directives import support_transfers, transfers
from motcua.directives.exceptions import TooLate
from motcua.directives.models import Support, Task
from motcua.directives.workflow import OPEN, State
from motcua.organizations.tests.reorganizing import REASON, columns, decided, moving
from motcua.periods.clock import today

FORMERLY = timedelta(days=40)


@pytest.fixture
def open_ones(make_task):
    """One in every state that has not ended, given a while ago."""
    return [make_task(state=state, assigned_on=today() - FORMERLY) for state in sorted(OPEN)]


@pytest.fixture
def heir(people):
    """The post that answers in the organization to which everything goes."""
    return people.stranger.post


@pytest.fixture
def whither(offices, heir):
    return offices.owner, offices.other, heir


def test_what_has_not_ended_is_open_where_it_is_led(open_ones, make_task, offices):
    make_task(state=State.DONE)

    assert set(transfers.open_at([offices.owner])) == set(open_ones)
    along = support_transfers.open_at([offices.helper])
    assert {each.task for each in along} == set(open_ones)


def test_open_tasks_follow_to_the_named_post(open_ones, whither, offices, heir):
    before = [columns(each) for each in open_ones]

    count = transfers.transfer(moving(open_ones, *whither), **decided())

    gone = {"organization_id": offices.other.pk, "post_id": heir.pk, "assigned_on": today()}
    assert count == len(open_ones)
    assert [columns(each) for each in open_ones] == [each | gone for each in before]


def test_history_tells_why_and_whither(make_task, whither, offices, people):
    task = make_task()
    transfers.transfer(moving([task], *whither), **decided())

    event = task.events.get()
    assert (event.role, event.state, event.reason) == ("system", task.state, REASON)
    assert event.organization == offices.other
    assert event.label == "Chuyển theo sắp xếp tổ chức"
    assert event.payload == {
        "plan": 7,
        "from": offices.owner.pk,
        "to": offices.other.pk,
        "from_post": people.owner.post.pk,
        "assigned_on": today().isoformat(),
    }


def test_back_they_are_what_they_were(open_ones, whither, offices):
    before = [columns(each) for each in open_ones]
    transfers.transfer(moving(open_ones, *whither), **decided())

    back = moving(open_ones, offices.other, offices.owner)
    assert transfers.give_back(back, **decided()) == len(open_ones)
    assert [columns(each) for each in open_ones] == before


def test_a_second_time_nothing_happens(make_task, whither):
    table = moving([make_task()], *whither)
    transfers.transfer(table, **decided())

    assert transfers.transfer(table, **decided()) == 0


def test_what_was_given_elsewhere_or_ended_or_has_no_post_stays(
    make_task, people, offices, whither
):
    elsewhere = make_task(post=people.helper.post)
    done = make_task(state=State.DONE)
    assert transfers.transfer(moving([elsewhere, done], *whither), **decided()) == 0

    nobody = moving([make_task()], offices.owner, offices.other)
    assert transfers.transfer(nobody, **decided()) == 0


def test_a_page_of_before_is_too_late(make_task, people, whither):
    task = make_task()
    transfers.transfer(moving([task], *whither), **decided())

    with pytest.raises(TooLate):
        task.acknowledge(by=people.owner)


def test_it_lies_on_the_other_desk(open_ones, people, whither):
    transfers.transfer(moving(open_ones, *whither), **decided())

    assert not Task.objects.handled_by(people.owner).exists()
    assert Task.objects.handled_by(people.stranger).count() == len(open_ones)


def test_who_works_along_follows_too_and_comes_back(make_task, offices, people, heir):
    task = make_task(assigned_on=today() - FORMERLY)
    support = task.supports.get()
    before = columns(support)

    there = moving([support], offices.helper, offices.other, heir)
    assert support_transfers.transfer(there, **decided()) == 1
    assert Support.objects.get().post == heir
    assert task.events.get().payload["support"] == support.pk
    assert task.events.get().organization == offices.owner
    assert Task.objects.handled_by(people.stranger).exists()

    back = moving([support], offices.other, offices.helper)
    assert support_transfers.give_back(back, **decided()) == 1
    assert columns(support) == before


def test_who_leads_does_not_help_too_and_nobody_helps_twice(make_task, offices, people, heir):
    task = make_task()
    twin = task.supports.create(
        organization=offices.bureau, post=people.giver.post, assigned_on=today()
    )
    helper = task.supports.exclude(pk=twin.pk).get()

    leading = moving([helper], offices.helper, offices.owner, people.owner.post)
    assert support_transfers.transfer(leading, **decided()) == 0
    one = moving([helper], offices.helper, offices.other, heir)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO moving_now VALUES (%s, %s, %s, %s)",
            [twin.pk, offices.bureau.pk, offices.other.pk, heir.pk],
        )
    assert support_transfers.transfer(one, **decided()) == 1
    assert task.supports.filter(post=heir).count() == 1


@pytest.mark.parametrize("how_many", [1, 5])
def test_however_many_it_is_one_statement_each(make_task, offices, whither, heir, how_many):
    tasks, told = [make_task() for _ in range(how_many)], decided()
    table = moving(tasks, *whither)
    with CaptureQueriesContext(connection) as asked:
        transfers.transfer(table, **told)
    assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) == 1

    along = moving(Support.objects.all(), offices.helper, offices.other, heir)
    with CaptureQueriesContext(connection) as asked:
        support_transfers.transfer(along, **told)
    assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) == 1
