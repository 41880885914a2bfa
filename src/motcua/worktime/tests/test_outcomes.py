from datetime import datetime

import pytest

from motcua.periods.clock import VIETNAM
from motcua.worktime.outcomes import Outcome, outcome


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("ended", "counted"),
    [
        ("2026-11-25 23:59", Outcome.EARLY),
        ("2026-11-26 00:00", Outcome.ON_TIME),
        ("2026-11-26 17:00", Outcome.ON_TIME),
        ("2026-11-26 17:01", Outcome.LATE),
        ("2026-11-27 08:00", Outcome.LATE),
    ],
)
def test_an_end_is_counted_by_the_promised_day_and_moment(ended, counted):
    assert outcome(at(ended), at("2026-11-26 17:00")) == counted
