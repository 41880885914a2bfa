"""Of which day does a reader ask?"""

from datetime import date

import pytest

from motcua.organizations import asked_day
from motcua.organizations.tests.factories import TODAY, OrganizationFactory
from motcua.periods.models import since, until


@pytest.fixture
def _on_record(db):
    """One that was there before records and ended, and one since."""
    OrganizationFactory(valid_during=until(date(2025, 7, 1)))
    OrganizationFactory(valid_during=since(date(2025, 7, 1)))


@pytest.mark.usefixtures("_on_record")
@pytest.mark.parametrize(
    "typed", ["01/07/2025", "2025-07-01", "1.7.2025", "01-07-2025", "01072025", " 01 / 07 / 2025 "]
)
def test_a_day_is_read_as_people_write_it(typed):
    asked = asked_day.read(typed)

    assert (asked.day, asked.problem, asked.query) == (date(2025, 7, 1), "", "?ngay=01/07/2025")


def test_nothing_typed_is_today(today):
    asked = asked_day.read("")

    assert (asked.day, asked.is_now, asked.query) == (TODAY, True, "")


@pytest.mark.parametrize("typed", ["31/02/2025", "hôm qua", "99999999", "'; --", "0/0/0", "\0"])
def test_nonsense_is_today_with_a_sentence_and_what_was_typed(typed):
    asked = asked_day.read(typed)

    assert asked.day == TODAY
    assert "Hãy viết như 01/07/2025" in asked.problem
    assert asked.in_field == typed.replace("\0", "")


@pytest.mark.usefixtures("_on_record")
def test_the_day_before_the_first_known_end_is_on_record():
    assert asked_day.read("30/06/2025").problem == ""


@pytest.mark.usefixtures("_on_record")
def test_an_earlier_day_is_answered_with_the_first_one():
    asked = asked_day.read("01/01/1999")

    assert asked.day == date(2025, 6, 30)
    assert "ghi từ ngày 30/06/2025" in asked.problem


@pytest.mark.usefixtures("_on_record")
def test_a_day_to_come_is_what_was_decided_but_not_in_a_hundred_years():
    assert asked_day.read("01/01/2027").is_ahead
    assert "còn quá xa" in asked_day.read("01/01/2126").problem
