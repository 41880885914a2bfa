"""Codes: given out without gap or duplicate, and read as people type them."""

from datetime import date

import pytest
from django.db import transaction

from motcua.dossiers import references
from motcua.dossiers.models import CodeCounter
from motcua.dossiers.tests.factories import OrganizationFactory

DAY = date(2026, 11, 25)


def test_codes_count_up_within_an_office_and_a_day(office):
    codes = [references.next_code(office, DAY) for _ in range(3)]

    assert codes == ["H49.61-261125-0001", "H49.61-261125-0002", "H49.61-261125-0003"]


def test_another_day_and_another_office_begin_at_one(office):
    references.next_code(office, DAY)
    neighbor = OrganizationFactory(identifier="H49.62")

    assert references.next_code(office, date(2026, 11, 26)) == "H49.61-261126-0001"
    assert references.next_code(neighbor, DAY) == "H49.62-261125-0001"


def test_the_serial_widens_past_9999(office):
    CodeCounter.objects.create(organization=office, day=DAY, last=9999)

    assert references.next_code(office, DAY) == "H49.61-261125-10000"


def test_a_rollback_leaves_no_gap(office):
    with pytest.raises(RuntimeError), transaction.atomic():
        references.next_code(office, DAY)
        raise RuntimeError

    assert references.next_code(office, DAY) == "H49.61-261125-0001"


@pytest.mark.parametrize(
    "typed",
    [
        "H49.61-261125-0004",
        " h49.61-261125-0004 ",
        "h49 . 61 - 261125 - 0004",
        "H49.61–261125—0004",
        "H49.61\u2011261125\u22120004",
        "H49.61-261125-\u200b0004",
        "Ｈ49.61－261125－0004",
        "H49.61-261125-0004\n",
    ],
)
def test_a_code_is_read_as_people_type_it(typed):
    assert references.parsed(typed) == "H49.61-261125-0004"


def test_codes_of_ministries_are_read_too():
    assert references.parsed("G09.20-20260609-0092637") == "G09.20-20260609-0092637"


@pytest.mark.parametrize(
    "typed",
    ["", "H49.61", "H49.61-261125", "H49.61-261125-004", "H49/61-261125-0004", "a" * 5000],
)
def test_what_is_no_code_is_none(typed):
    assert references.parsed(typed) is None
