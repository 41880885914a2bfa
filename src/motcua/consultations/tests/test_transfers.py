"""Do consultations that have not ended follow their office, whole, once, and back?"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.consultations import transfers
from motcua.consultations.models import Consultation
from motcua.consultations.tests.stories import article, commented, prepared
from motcua.consultations.workflow import Verdict
from motcua.organizations.acting import Acting
from motcua.organizations.tests.factories import AppointmentFactory
from motcua.organizations.tests.factories import OrganizationFactory as Later
from motcua.organizations.tests.reorganizing import REASON, columns, decided, moving
from motcua.periods.models import since


@pytest.fixture
def other(people):
    return people.stranger.organization


@pytest.fixture
def owed(preparing, is_open):
    return [preparing, is_open]


def test_what_is_owed_is_open_at_its_office(owed, is_canceled, office, other):
    assert set(transfers.open_at([office])) == set(owed)
    assert not transfers.open_at([other]).exists()


def test_they_follow_and_nothing_else_of_them_changes(owed, office, other):
    before = [columns(each) for each in owed]

    count = transfers.transfer(moving(owed, office, other), **decided())

    assert count == 2
    assert [columns(each) for each in owed] == [
        each | {"organization_id": other.pk} for each in before
    ]
    event = owed[1].events.last()
    assert (event.verb, event.role, event.state) == ("transfer", "system", "opened")
    assert (event.reason, event.post) == (REASON, None)
    assert event.payload == {"plan": 7, "from": office.pk, "to": other.pk}


def test_back_they_are_what_they_were(owed, office, other):
    before = [columns(each) for each in owed]
    transfers.transfer(moving(owed, office, other), **decided())

    assert transfers.give_back(moving(owed, other, office), **decided()) == 2
    assert [columns(each) for each in owed] == before


def test_a_second_time_nothing_happens(owed, office, other):
    table = moving(owed, office, other)
    transfers.transfer(table, **decided())

    assert transfers.transfer(table, **decided()) == 0


def test_what_has_ended_stays_with_its_office(is_canceled, office, other):
    assert transfers.transfer(moving([is_canceled], office, other), **decided()) == 0

    ended = Consultation.objects.filter(pk=is_canceled.pk)
    with pytest.raises(IntegrityError, match="stays as it was"), transaction.atomic():
        ended.update(organization=other)


def test_it_lies_on_the_other_desk_which_goes_on_with_it(is_open, people, office, other, noon):
    commented(is_open, article=article(is_open, 1))
    transfers.transfer(moving([is_open], office, other), **decided())
    went, by = Consultation.objects.get(pk=is_open.pk), people.stranger

    assert not Consultation.objects.handled_by(people.drafter).exists()
    assert Consultation.objects.handled_by(by).get() == went
    went.extend(by=by, to=went.closes_on + timedelta(days=7), reason="Nhiều ý kiến.")
    noon.shift(timedelta(days=40))
    comment = went.comments.get()
    comment.show(by=by, text=comment.text)
    told = {"gist": "Thêm", "reason": "Đã thêm.", "article": None}
    went.answer([comment.pk], by=by, verdict=Verdict.TAKEN_UP, told=told)
    went.sum_up(by=by, summary="Cảm ơn.")


def test_an_office_that_came_later_may_give_more_time(is_open, office, noon):
    noon.shift(timedelta(days=10))
    head = AppointmentFactory(
        post__organization=Later(valid_during=since(date(2026, 11, 10))), post__is_head=True
    )
    transfers.transfer(moving([is_open], office, head.post.organization), **decided())
    went = Consultation.objects.get(pk=is_open.pk)

    went.extend(by=Acting.holding(head), to=went.closes_on + timedelta(days=7), reason="Thêm ngày.")

    assert went.was_extended


@pytest.mark.parametrize("how_many", [1, 4])
def test_however_many_it_is_one_statement(hands, noon, office, other, how_many):
    table, told = moving([prepared(hands) for _ in range(how_many)], office, other), decided()

    with CaptureQueriesContext(connection) as asked:
        transfers.transfer(table, **told)

    assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) == 1
