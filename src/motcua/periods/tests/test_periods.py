"""Do rows hold on their days, and does the database refuse what may not be?"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, models
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from motcua.periods.ledger import Ledger
from motcua.periods.models import Dated, one_at_a_time, since, until
from motcua.periods.naming import Name, Named
from motcua.periods.nesting import stays_within

FIRST, MIDDLE, LAST = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def nouns():
    """A house with names through time, and tenants who live in one room each."""
    with isolate_apps("motcua.periods"):

        class House(Named):
            class Meta:
                app_label = "periods"

        class HouseName(Name):
            house = models.ForeignKey(House, models.PROTECT, related_name="names")
            full_name = models.CharField(max_length=40)

            class Meta:
                app_label = "periods"

        class Tenant(Dated):
            house = models.ForeignKey(House, models.PROTECT, null=True)
            room = models.IntegerField(default=1)

            class Meta:
                app_label = "periods"
                constraints = (
                    one_at_a_time("room_has_one_tenant_a_day", "house", "room"),
                    one_at_a_time("room_nine_is_for_one", "room", condition=models.Q(room=9)),
                )

        yield House, HouseName, Tenant


@pytest.fixture
def village(db, nouns):
    """Their tables, for one test."""
    with connection.schema_editor() as editor:
        for noun in nouns:
            editor.create_model(noun)
        within = stays_within(
            "periods_tenant", "house_id", "periods_house", name="tenant_within_house"
        )
        within.database_forwards("periods", editor, None, None)
    return nouns


@pytest.fixture
def house(village):
    return village[0].objects.create(valid_during=since(FIRST, LAST))


@pytest.fixture
def tenant(village, house):
    """Somebody moves in: ``tenant(since(FIRST), room=2)``."""

    def move_in(days, **facts):
        return village[2].objects.create(**{"house": house, "valid_during": days} | facts)

    return move_in


# --- On which day --------------------------------------------------------------------------------


@given(first=DAYS, length=st.integers(1, 2000), day=DAYS)
def test_a_row_holds_from_its_first_day_to_the_day_before_its_end(nouns, first, length, day):
    end = first + timedelta(days=length)

    row = nouns[0](valid_during=since(first, end))

    assert row.holds_on(day) == (first <= day < end)


@given(first=DAYS, day=DAYS)
def test_an_open_end_holds_on(nouns, first, day):
    assert nouns[0](valid_during=since(first)).holds_on(day) == (first <= day)
    assert nouns[0](valid_during=until(first)).holds_on(day) == (day < first)


@pytest.mark.parametrize("day", [FIRST - timedelta(1), FIRST, MIDDLE, LAST - timedelta(1), LAST])
def test_the_database_and_the_row_agree(village, house, day):
    found = village[0].objects.on(day).exists()

    assert found == house.holds_on(day)


def test_a_row_is_found_during_any_day_of_a_period(village, house):
    houses = village[0].objects

    assert houses.during(since(FIRST - timedelta(9), FIRST + timedelta(1))).exists()
    assert houses.during(until(FIRST)).count() == 0
    assert houses.during(since(LAST)).count() == 0


# --- One at a time -------------------------------------------------------------------------------


def test_two_in_one_room_are_refused(tenant):
    tenant(since(FIRST, LAST))

    with pytest.raises(IntegrityError, match="room_has_one_tenant_a_day"):
        tenant(since(MIDDLE, LAST))


def test_two_rooms_or_two_times_are_no_matter(tenant):
    tenant(since(FIRST, MIDDLE))

    tenant(since(MIDDLE, LAST))
    tenant(since(FIRST, LAST), room=2)


def test_a_rule_may_hold_for_some_only(village, tenant):
    other = village[0].objects.create(valid_during=since(FIRST, LAST))
    for room in (8, 9):
        tenant(since(FIRST, LAST), room=room)

    tenant(since(FIRST, LAST), house=other, room=8)
    with pytest.raises(IntegrityError, match="room_nine_is_for_one"):
        tenant(since(FIRST, LAST), house=other, room=9)


# --- Nothing outlives its house ------------------------------------------------------------------


@pytest.mark.parametrize("days", [since(FIRST), until(LAST), since(LAST), since(FIRST, date.max)])
def test_who_would_outlive_the_house_is_refused(tenant, days):
    with pytest.raises(IntegrityError, match="lie outside"):
        tenant(days)


def test_a_house_is_not_closed_over_a_tenant(house, tenant):
    tenant(since(FIRST, LAST))
    house.valid_during = since(FIRST, MIDDLE)

    with pytest.raises(IntegrityError, match="would leave rows of periods_tenant outside"):
        house.save()


def test_a_house_may_grow_and_shrink_to_its_tenants(house, tenant):
    tenant(since(FIRST, MIDDLE))

    for days in (since(FIRST), since(FIRST, MIDDLE)):
        house.valid_during = days
        house.save()


def test_who_has_no_house_is_free(tenant):
    tenant(since(LAST), house=None)


# --- Names ---------------------------------------------------------------------------------------


@pytest.fixture
def named(village, house):
    names = village[1].objects
    names.create(house=house, full_name="nhà cũ", valid_during=since(FIRST, MIDDLE))
    names.create(house=house, full_name="nhà mới", valid_during=since(MIDDLE))
    return house


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (FIRST - timedelta(1), "nhà cũ"),
        (MIDDLE - timedelta(1), "nhà cũ"),
        (MIDDLE, "nhà mới"),
        (LAST + timedelta(900), "nhà mới"),
    ],
)
def test_a_house_bears_the_nearest_name(village, named, day, name):
    in_list = village[0].objects.with_names(day).get()

    assert named.name_on(day) == in_list.name_on(day) == name


def test_a_house_without_a_name_has_an_empty_one(village, house):
    assert house.name == village[0].objects.with_names().get().name == ""


# --- By the thousand -----------------------------------------------------------------------------


@pytest.fixture
def book(village):
    return Ledger(village[2], ("house_id", "room", "valid_during"), known_by=2)


def test_a_ledger_writes_what_is_missing_and_nothing_twice(village, house, book):
    rows = [(house.pk, room, since(FIRST, LAST)) for room in range(10, 50)]

    assert book.put(rows[:30]) == 30
    assert book.put(rows) == 10
    assert book.put(rows) == 0
    assert village[2].objects.count() == 40


def test_a_ledger_leaves_ends_alone(village, house, book):
    book.put([(house.pk, 1, since(FIRST, MIDDLE))])

    assert book.put([(house.pk, 1, since(FIRST, LAST))]) == 0
    assert village[2].objects.get().valid_during == since(FIRST, MIDDLE)


def test_a_ledger_corrects_ends_where_it_should(village, house):
    book = Ledger(village[2], ("house_id", "room", "valid_during"), known_by=2, corrects_ends=True)
    book.put([(house.pk, 1, since(FIRST, LAST))])

    written = book.put([(house.pk, 1, since(FIRST, MIDDLE)), (house.pk, 1, since(MIDDLE, LAST))])

    assert written == 2
    assert village[2].objects.on(MIDDLE).get().valid_during == since(MIDDLE, LAST)


def test_the_rules_hold_for_a_ledger_too(house, book):
    with pytest.raises(IntegrityError, match="lie outside"):
        book.put([(house.pk, 1, since(FIRST))])
