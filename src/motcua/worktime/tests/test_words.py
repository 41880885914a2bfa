"""How do we say it?"""

import pytest

from motcua.worktime import words
from motcua.worktime.deadlines import standing, standing_words
from motcua.worktime.limits import Limit, Unit

from .moments import at


@pytest.mark.parametrize(
    ("now", "light", "said"),
    [
        ("2026-11-19 09:00", "ok", "Còn 5 ngày"),
        ("2026-11-25 09:00", "ok", "Còn 2 ngày"),
        ("2026-11-26 09:00", "soon", "Còn 1 ngày"),
        ("2026-11-27 09:00", "soon", "Hôm nay, 17:00"),
        ("2026-11-27 17:00", "soon", "Hôm nay, 17:00"),
        ("2026-11-27 17:01", "late", "Quá hạn từ 17:00 hôm nay"),
        ("2026-11-29 09:00", "late", "Quá hạn từ 27/11"),
        ("2026-11-30 09:00", "late", "Quá hạn 1 ngày"),
        ("2026-12-02 09:00", "late", "Quá hạn 3 ngày"),
    ],
)
def test_a_standing_is_a_light_and_words(calendar, now, light, said):
    due_at = at("2026-11-27 17:00")

    assert standing(due_at, at(now), calendar) == light
    assert standing_words(due_at, at(now), calendar) == said


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (Limit(5, Unit.WORKING_DAY), "5 ngày làm việc"),
        (Limit(10, Unit.DAY), "10 ngày"),
        (Limit(4, Unit.HOUR), "4 giờ làm việc"),
        (Limit(2, Unit.MONTH), "2 tháng"),
        (Limit(None, Unit.SAME_DAY), "Trong ngày làm việc"),
        (Limit(None, None, "Theo lịch hẹn"), "Theo lịch hẹn"),
        (Limit(None, None), "Chưa có thời hạn ghi bằng số"),
    ],
)
def test_a_limit_is_said_in_words(limit, said):
    assert words.limit(limit) == said
