"""When is it due? The worked examples, every unit, and the mistakes of others."""

from dataclasses import replace
from datetime import UTC, date, time

import pytest

from motcua.worktime.deadlines import Pause, due
from motcua.worktime.exceptions import NoOfficeHours
from motcua.worktime.limits import Limit, Unit

from .moments import at


@pytest.mark.parametrize(
    ("received", "days", "expected"),
    [
        ("2025-12-31 09:00", 3, "2026-01-07 17:00"),  # 2/1 is off, 10/1 is worked for it
        ("2026-02-13 09:00", 5, "2026-02-27 17:00"),  # Tết
        ("2026-11-20 09:00", 3, "2026-11-26 17:00"),  # 24/11, a holiday since 2026
        ("2026-04-24 09:00", 2, "2026-04-29 17:00"),  # 27/4 compensates a Sunday
        ("2025-08-29 09:00", 1, "2025-09-03 17:00"),  # two days of National Day
        ("2024-05-03 09:00", 1, "2024-05-04 17:00"),  # a Saturday that is worked
        ("2026-11-19 07:52", 5, "2026-11-27 17:00"),  # the example of the look
    ],
)
def test_working_days_follow_the_corrected_calendar(calendar, received, days, expected):
    answer = due(at(received), Limit(days, Unit.WORKING_DAY), calendar)

    assert answer.at == at(expected)


def test_a_year_has_as_many_working_days_as_counted_by_hand(calendar):
    years = {
        year: calendar.working_days_between(date(year - 1, 12, 31), date(year, 12, 31))
        for year in (2024, 2025, 2026, 2027)
    }

    assert years == {2024: 251, 2025: 250, 2026: 249, 2027: 249}


def test_the_answer_does_not_depend_on_the_zone_of_the_server(calendar):
    evening_in_utc = at("2026-11-19 06:30").astimezone(UTC)  # still the 18th in UTC

    answer = due(evening_in_utc, Limit(1, Unit.WORKING_DAY), calendar)

    assert answer.at == at("2026-11-20 17:00")


def test_the_explanation_names_every_day(calendar):
    answer = due(at("2026-11-19 07:52"), Limit(5, Unit.WORKING_DAY), calendar)

    assert [(step.day.day, step.counted, step.reason) for step in answer.days] == [
        (19, None, "Ngày tiếp nhận, không tính"),
        (20, 1, "Ngày làm việc"),
        (21, None, "Nghỉ cuối tuần"),
        (22, None, "Nghỉ cuối tuần"),
        (23, 2, "Ngày làm việc"),
        (24, None, "Nghỉ: Ngày Văn hóa Việt Nam"),
        (25, 3, "Ngày làm việc"),
        (26, 4, "Ngày làm việc"),
        (27, 5, "Ngày làm việc"),
    ]


def test_a_make_up_day_counts_and_says_why(calendar):
    answer = due(at("2026-01-09 09:00"), Limit(1, Unit.WORKING_DAY), calendar)

    assert answer.at == at("2026-01-10 17:00")
    assert answer.days[-1].reason == "Ngày làm việc (làm bù cho thứ Sáu 02/01/2026)"


@pytest.mark.parametrize(
    "received", ["2026-11-21 10:00", "2026-11-20 19:30", "2026-11-20 05:00", "2026-11-20 17:01"]
)
def test_receipt_while_the_office_is_closed_is_explained(calendar, received):
    answer = due(at(received), Limit(1, Unit.WORKING_DAY), calendar)

    assert answer.at == at("2026-11-23 17:00")
    assert answer.days[0].reason == "Tiếp nhận ngoài giờ làm việc, không tính"


class TestCalendarDays:
    def test_days_off_count(self, calendar):
        answer = due(at("2026-02-13 09:00"), Limit(10, Unit.DAY), calendar)

        assert answer.at == at("2026-02-23 17:00")
        assert [step.counted for step in answer.days] == [None, *range(1, 11)]

    def test_an_end_on_a_day_off_moves_to_the_next_working_day(self, calendar):
        answer = due(at("2026-11-19 09:00"), Limit(3, Unit.DAY), calendar)  # Sunday the 22nd

        assert answer.at == at("2026-11-23 17:00")
        assert answer.days[-1].reason.startswith("Hết hạn rơi vào ngày nghỉ")

    def test_an_end_in_tet_moves_past_it(self, calendar):
        answer = due(at("2026-02-13 09:00"), Limit(4, Unit.DAY), calendar)

        assert answer.at == at("2026-02-23 17:00")


class TestSameDay:
    LIMIT = Limit(None, Unit.SAME_DAY, "Trong ngày; sau 15 giờ thì trả ngày làm việc tiếp theo")

    @pytest.mark.parametrize("received", ["2026-11-20 06:00", "2026-11-20 15:00"])
    def test_until_the_cut_off_it_is_due_today(self, calendar, received):
        assert due(at(received), self.LIMIT, calendar).at == at("2026-11-20 17:00")

    def test_after_the_cut_off_it_is_due_on_the_next_working_day(self, calendar):
        answer = due(at("2026-11-20 15:01"), self.LIMIT, calendar)

        assert answer.at == at("2026-11-23 17:00")
        assert answer.days[0].reason == "Tiếp nhận sau 15:00, tính sang ngày làm việc kế tiếp"

    def test_an_office_that_closes_before_the_cut_off_closes_it(self, calendar):
        early = replace(
            calendar,
            hours=tuple(replace(h, afternoon=(time(13), time(14))) for h in calendar.hours),
        )

        assert due(at("2026-11-20 14:30"), self.LIMIT, early).at == at("2026-11-23 14:00")

    def test_on_a_day_off_it_is_due_on_the_next_working_day(self, calendar):
        assert due(at("2026-11-21 09:00"), self.LIMIT, calendar).at == at("2026-11-23 17:00")

    def test_on_a_make_up_saturday_it_is_due_that_day(self, calendar):
        assert due(at("2026-01-10 09:00"), self.LIMIT, calendar).at == at("2026-01-10 17:00")


class TestHours:
    @pytest.mark.parametrize(
        ("received", "hours", "expected"),
        [
            ("2026-11-20 08:00", 2, "2026-11-20 10:00"),
            ("2026-11-20 10:30", 2, "2026-11-20 14:30"),  # over lunch
            ("2026-11-20 12:10", 1, "2026-11-20 14:30"),  # at lunch: from 13:30
            ("2026-11-20 05:00", 1, "2026-11-20 08:30"),  # before opening
            ("2026-11-20 19:00", 1, "2026-11-23 08:30"),  # after closing
            ("2026-11-20 16:00", 2, "2026-11-23 08:30"),  # over the weekend
            ("2026-11-20 07:30", 8, "2026-11-20 17:00"),  # 8 hours are one office day
            ("2026-11-20 09:00", 8, "2026-11-23 09:00"),
            ("2026-11-20 09:00", 24, "2026-11-26 09:00"),  # 24/11 is off
        ],
    )
    def test_only_office_hours_count(self, calendar, received, hours, expected):
        assert due(at(received), Limit(hours, Unit.HOUR), calendar).at == at(expected)

    def test_eight_hours_can_also_mean_eight_hours(self, calendar):
        exact = replace(
            calendar, hours=tuple(replace(h, eight_hours_are_a_day=False) for h in calendar.hours)
        )

        answer = due(at("2026-11-20 07:30"), Limit(8, Unit.HOUR), exact)

        assert answer.at == at("2026-11-23 08:00")

    def test_each_day_says_how_much_of_it_counts(self, calendar):
        answer = due(at("2026-11-20 15:30"), Limit(2, Unit.HOUR), calendar)

        assert [step.reason for step in answer.days] == [
            "Tính 1,5 giờ làm việc",
            "Nghỉ cuối tuần",
            "Nghỉ cuối tuần",
            "Tính 0,5 giờ làm việc",
        ]


@pytest.mark.parametrize(
    ("received", "months", "expected"),
    [
        ("2026-03-10 09:00", 1, "2026-04-10 17:00"),
        ("2026-01-31 09:00", 1, "2026-03-02 17:00"),  # 28/2 is a Saturday
        ("2025-11-30 09:00", 3, "2026-03-02 17:00"),
        ("2024-01-31 09:00", 1, "2024-02-29 17:00"),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(calendar, received, months, expected):
    assert due(at(received), Limit(months, Unit.MONTH), calendar).at == at(expected)


@pytest.mark.parametrize(
    "limit", [Limit(None, None, "Theo hẹn"), Limit(None, Unit.DAY), Limit(0, Unit.WORKING_DAY)]
)
def test_without_a_machine_readable_limit_nothing_is_promised(calendar, limit):
    assert due(at("2026-11-20 09:00"), limit, calendar) is None


def test_a_due_day_past_the_last_official_year_says_so(calendar):
    this_year = due(at("2026-12-28 09:00"), Limit(3, Unit.WORKING_DAY), calendar)
    next_year = due(at("2026-12-28 09:00"), Limit(4, Unit.WORKING_DAY), calendar)

    assert this_year.is_official
    assert not next_year.is_official
    assert next_year.days[4].reason == "Nghỉ (dự kiến): Tết Dương lịch"


def test_without_office_hours_it_refuses_to_guess(calendar):
    silent = replace(calendar, hours=())

    with pytest.raises(NoOfficeHours):
        due(at("2026-11-20 09:00"), Limit(1, Unit.WORKING_DAY), silent)


class TestMistakesOfOthers:
    """What the vendor's algorithm in use today gets wrong (domain.md §3.2)."""

    def test_make_up_saturdays_are_worked(self, calendar):
        assert calendar.is_working_day(date(2026, 8, 22))

    def test_late_december_knows_the_holidays_of_january(self, calendar):
        answer = due(at("2024-12-31 16:00"), Limit(1, Unit.WORKING_DAY), calendar)

        assert answer.at == at("2025-01-02 17:00")

    def test_no_silent_default_stands_in_for_an_unknown_limit(self, calendar):
        assert due(at("2026-11-20 09:00"), Limit(None, Unit.WORKING_DAY), calendar) is None

    def test_a_pause_is_as_long_as_it_was(self, calendar):
        pause = Pause(at("2026-11-03 09:00"), at("2026-11-06 09:00"))  # three working days

        answer = due(at("2026-11-02 09:00"), Limit(5, Unit.WORKING_DAY), calendar, [pause])

        assert answer.at == at("2026-11-12 17:00")  # 09/11 + 3
