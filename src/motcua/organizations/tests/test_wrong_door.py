"""Where does arrive what is sent to an office that has ended, and what is told of it?"""

from datetime import timedelta

import pytest

from motcua.organizations import wrong_door
from motcua.organizations.models import Function
from motcua.organizations.tests.factories import OrganizationFactory, UnitFactory
from motcua.organizations.tests.test_successors import CHANGE, UNTIL_CHANGE, passes
from motcua.periods.models import since

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return OrganizationFactory(valid_during=UNTIL_CHANGE, named="UBND xã A")


@pytest.fixture
def new():
    return OrganizationFactory(named="UBND xã B")


@pytest.fixture
def other():
    return OrganizationFactory(named="UBND xã C")


def test_what_is_open_is_the_right_door(new, today):
    arrival = wrong_door.arrive(new, today)

    assert arrival.organization == new
    assert arrival.payload == {}
    assert wrong_door.sentence(arrival.payload) == ""


def test_the_heir_gets_it_and_the_sentence_says_why(old, new, today):
    passes(old, new, is_default=True)

    arrival = wrong_door.arrive(old, today)

    assert arrival.organization == new
    assert not arrival.is_unsure
    assert wrong_door.sentence(arrival.payload) == (
        "Gửi đến UBND xã A. Từ ngày 01/03/2026, theo Nghị quyết mẫu, việc này do UBND xã B "
        "giải quyết nên đã được chuyển ngay; thời điểm tiếp nhận vẫn là lúc gửi."
    )


def test_without_a_heir_or_before_it_begins_nobody_answers(old, today):
    later = OrganizationFactory(valid_during=since(today + timedelta(days=9)))

    assert wrong_door.arrive(old, today) is None
    assert wrong_door.arrive(later, today) is None


def test_where_the_place_decides_and_is_not_known_it_is_unsure(old, new, other, today):
    place = UnitFactory()
    passes(old, new, is_default=True)
    passes(old, other, unit=place)

    assert wrong_door.arrive(old, today).organization == new
    assert wrong_door.arrive(old, today).payload["wrong_door"]["unsure"] is True
    certain = wrong_door.arrive(old, today, unit=place)
    assert (certain.organization, certain.is_unsure) == (other, False)


def test_where_the_function_decides_and_is_not_known_it_is_unsure(old, new, other, today):
    function = Function.objects.create(code="ho-tich", name="Hộ tịch")
    passes(old, new, is_default=True)
    passes(old, other, function=function)

    assert wrong_door.arrive(old, today).is_unsure
    certain = wrong_door.arrive(old, today, function=function, procedure_code="1.001193")
    assert (certain.organization, certain.is_unsure) == (other, False)


def test_it_costs_a_bounded_number_of_queries(old, new, today, django_assert_max_num_queries):
    passes(old, new, is_default=True)

    with django_assert_max_num_queries(7):
        wrong_door.arrive(old, today)
    with django_assert_max_num_queries(0):
        wrong_door.arrive(new, today)


def test_the_change_is_when_the_sentence_says(old, new, today):
    passes(old, new, is_default=True)

    assert wrong_door.arrive(old, today).since == CHANGE
