"""What happens over time? Five minutes, midnight, the next day, and later."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from motcua.visits import closing, readings
from motcua.visits.models import Day, Minute, Salt, Tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(time_machine):
    """Moves the clock of Việt Nam: ``at("2026-11-20 23:59")``."""

    def moved(text):
        time_machine.move_to(f"{text} +0700", tick=False)

    moved("2026-11-20 08:00")
    return moved


def reading(keeper):
    keeper.keep()
    return readings.last()


def test_views_and_readers_are_told_apart(at, read, keeper):
    keeper.keep()
    for who in (1, 1, 2, 3, 3, 3):
        read(who=who)

    now = reading(keeper)

    assert (now.total, now.this_month, now.today) == (6, 6, 6)
    assert (now.visitors_today, now.online) == (3, 3)


def test_online_are_those_of_the_last_five_minutes(at, read, keeper):
    keeper.keep()
    read(who=1)
    at("2026-11-20 08:03")
    read(who=2)

    assert reading(keeper).online == 2

    at("2026-11-20 08:06")

    assert reading(keeper).online == 1


def test_a_day_begins_at_midnight_in_viet_nam(at, read, keeper):
    at("2026-11-30 23:59:58")
    keeper.keep()
    read(who=1)
    at("2026-12-01 00:00:01")
    keeper.keep()
    read(who=1)

    now = reading(keeper)

    assert (now.total, now.this_month, now.today, now.visitors_today) == (2, 1, 1, 1)
    assert now.online == 1  # the same reader under two salts: never added up
    assert {tally.day for tally in Tally.objects.defer("visitors")} == {
        date(2026, 11, 30),
        date(2026, 12, 1),
    }


def test_the_first_readers_after_midnight_do_not_wait_for_a_salt(at, read, keeper):
    at("2026-11-20 23:58")
    keeper.keep()

    at("2026-11-21 00:00:01")
    read()

    assert keeper.counter.days[date(2026, 11, 21)].visitors.ones == 1


def test_the_salt_is_thrown_away_after_the_day(at, read, keeper):
    at("2026-11-20 23:58")
    keeper.keep()
    of_the_20th = bytes(Salt.objects.get(day=date(2026, 11, 20)).secret)

    at("2026-11-21 00:00:05")
    keeper.keep()

    assert [salt.day for salt in Salt.objects.all()] == [date(2026, 11, 21)]
    assert of_the_20th not in keeper.counter.salts.values()


def test_a_day_that_is_over_becomes_two_numbers(at, read, keeper):
    keeper.keep()
    for who in (1, 2, 2):
        read(who=who)
    keeper.keep()
    at("2026-11-21 00:07")

    closing.close_days(timezone.now())
    closing.close_days(timezone.now())

    assert Day.objects.values_list("day", "views", "visitors").get() == (date(2026, 11, 20), 3, 2)
    assert reading(keeper).total == 3  # the day and its tallies are not added to each other


def test_after_two_days_only_the_numbers_are_left(at, read, keeper):
    keeper.keep()
    read()
    keeper.keep()
    for day in (21, 22, 23):
        at(f"2026-11-{day} 00:07")
        closing.close_days(timezone.now())

    assert not Tally.objects.exists()
    assert not Minute.objects.exists()
    assert not Salt.objects.filter(day__lt=date(2026, 11, 23)).exists()
    assert reading(keeper).total == 1


def test_what_was_counted_before_midnight_may_be_written_after_the_first_closing(at, read, keeper):
    keeper.keep()
    read()
    keeper.write()
    read()
    at("2026-11-21 00:07")
    closing.close_days(timezone.now())

    keeper.write()
    at("2026-11-21 01:07")
    closing.close_days(timezone.now())

    assert Day.objects.get().views == 2


def test_a_process_that_slept_for_days_does_not_reopen_a_closed_day(at, read, keeper):
    read()
    at("2026-11-24 08:00")

    keeper.write()

    assert not Tally.objects.exists()


def test_a_stale_reading_does_not_say_who_is_online(at, read, keeper):
    keeper.keep()
    assert "Trực tuyến" in read().text

    at("2026-11-20 08:10")

    page = read().text
    assert "Lượt truy cập" in page
    assert "Trực tuyến" not in page


def test_readers_before_the_salt_is_known_count_as_views_only(at, read, keeper):
    read()

    keeper.keep()

    assert (readings.last().today, readings.last().visitors_today) == (1, 0)
    assert timezone.now() - readings.last().at < timedelta(seconds=1)


def test_whoever_reads_the_meters_is_online_too():
    nobody_yet = readings.Reading(timezone.now(), 9, 9, 0, 0, online=0)

    assert nobody_yet.here == 1
