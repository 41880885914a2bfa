"""Is the calendar in the database the one that is counted on?"""

from datetime import date, time

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from motcua.periods.models import since
from motcua.worktime.actions import load_calendar
from motcua.worktime.models import CalendarDay, OfficeHours
from motcua.worktime.queries import forget_calendar, working_calendar

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing(capsys):
    call_command("load_work_calendar")
    first = list(CalendarDay.objects.values())
    hours = list(OfficeHours.objects.values())

    call_command("load_work_calendar")

    assert list(CalendarDay.objects.values()) == first
    assert list(OfficeHours.objects.values()) == hours
    assert len(first) == 54


def test_the_swap_that_the_library_lacks_is_there():
    load_calendar()

    assert CalendarDay.objects.get(date=date(2026, 1, 2)).kind == "off"
    assert CalendarDay.objects.get(date=date(2026, 1, 10)).kind == "makeup"


def test_an_estimate_never_touches_a_year_with_an_official_day(capsys):
    CalendarDay.objects.create(
        date=date(2027, 2, 3), kind="off", name="Tết Nguyên đán", source="Thông báo", official=True
    )

    call_command("load_work_calendar")

    assert CalendarDay.objects.filter(date__year=2027).count() == 1
    assert "Calendar 2027" in capsys.readouterr().out


def test_an_estimated_year_is_not_official():
    load_calendar()

    assert working_calendar().official_until == date(2026, 12, 31)


def test_a_gap_between_the_years_ends_what_is_official():
    load_calendar()
    CalendarDay.objects.create(date=date(2028, 1, 3), kind="off", name="Tết", source="Thông báo")
    forget_calendar()

    assert working_calendar().official_until == date(2026, 12, 31)


def test_a_kept_calendar_needs_no_query(settings, django_assert_num_queries):
    settings.WORK_CALENDAR_SECONDS = 60
    load_calendar()

    with django_assert_num_queries(2):
        kept = working_calendar()
    with django_assert_num_queries(0):
        assert working_calendar() is kept


def test_a_change_elsewhere_is_seen_when_the_time_is_over(settings):
    settings.WORK_CALENDAR_SECONDS = 0
    load_calendar()
    working_calendar()

    CalendarDay.objects.create(date=date(2026, 12, 24), kind="off", name="Bão", source="Công điện")

    assert not working_calendar().is_working_day(date(2026, 12, 24))


def test_office_hours_change_with_the_season():
    OfficeHours.objects.create(
        valid_during=since(date(2026, 1, 1), date(2026, 4, 16)), afternoon_until=time(16, 30)
    )
    OfficeHours.objects.create(valid_during=since(date(2026, 4, 16)))
    calendar = working_calendar()

    assert calendar.closes_at(date(2026, 4, 15)).time() == time(16, 30)
    assert calendar.closes_at(date(2026, 4, 16)).time() == time(17)


def test_the_database_refuses_two_office_hours_on_one_day():
    OfficeHours.objects.create(valid_during=since(date(2026, 1, 1)))

    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeHours.objects.create(valid_during=since(date(2026, 6, 1)))


def test_the_database_refuses_an_afternoon_before_the_morning():
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeHours.objects.create(
            valid_during=since(date(2026, 1, 1)), afternoon_from=time(10), afternoon_until=time(11)
        )
