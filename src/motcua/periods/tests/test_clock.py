"""Does a legal day begin at midnight in Việt Nam, whatever the server thinks?"""

from datetime import UTC, date, datetime

import pytest
import time_machine

from motcua.periods import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 8, 31, 16, 59, 59, tzinfo=UTC), date(2026, 8, 31)),
        (datetime(2026, 8, 31, 17, 0, tzinfo=UTC), date(2026, 9, 1)),
        (datetime(2026, 9, 1, 0, 0, tzinfo=clock.VIETNAM), date(2026, 9, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_vietnam(moment, day):
    assert clock.day_of(moment) == day

    with time_machine.travel(moment, tick=False):
        assert clock.today() == day
