import pytest

from motcua.periods.models import since
from motcua.worktime import queries
from motcua.worktime.actions import FIRST_DAY, recorded_days
from motcua.worktime.models import OfficeHours


@pytest.fixture(scope="session")
def calendar():
    """The calendar that comes with the house, without a database."""
    return queries.calendar_of(recorded_days(), [OfficeHours(valid_during=since(FIRST_DAY))])


@pytest.fixture(autouse=True)
def _calendar_read_anew():
    queries.forget_calendar()
    yield
    queries.forget_calendar()
