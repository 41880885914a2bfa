"""Does the map get into the database whole, at once, and again without harm?"""

from datetime import date

import pytest
from django.core.management import call_command

from motcua.territory.actions import Loaded, load_map
from motcua.territory.models import Containment, Location, Succession, Unit, UnitName
from motcua.territory.tests.conftest import FIRST_DAY_WITHOUT, LAST_DAY_OF_DISTRICTS, TODAY


@pytest.mark.django_db
def test_the_whole_country_is_there_on_both_sides_of_the_change(nation):
    before = Unit.objects.on(LAST_DAY_OF_DISTRICTS)
    after = Unit.objects.on(FIRST_DAY_WITHOUT)

    assert (before.provinces().count(), before.communes().count()) == (63, 10_035)
    assert before.filter(tier=Unit.Tier.DISTRICT).count() == 696
    assert (after.provinces().count(), after.communes().count()) == (34, 3_321)
    assert not after.filter(tier=Unit.Tier.DISTRICT).exists()


@pytest.mark.django_db
def test_a_second_time_writes_nothing(nation, files, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        again = load_map(files)

    assert again == Loaded(0, 0, 0, 0, 0)


@pytest.mark.django_db
def test_everything_has_one_name_and_one_place_on_every_day_of_its_life(nation):
    for day in (LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT, TODAY):
        units = Unit.objects.on(day)

        assert UnitName.objects.on(day).count() == units.count()
        assert Containment.objects.on(day).count() == units.exclude(tier=1).count()


@pytest.mark.django_db
def test_what_contains_a_unit_lives_on_the_same_days_and_stands_higher(nation):
    within = Containment.objects.select_related("unit", "parent")

    for day in (LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT):
        for each in within.on(day).iterator():
            assert each.parent.holds_on(day)
            assert each.parent.tier < each.unit.tier


@pytest.mark.django_db
def test_who_ends_has_heirs_that_begin_no_later(nation):
    ended = Unit.objects.filter(valid_during__endswith=FIRST_DAY_WITHOUT)

    assert ended.count() == 63 + 696 + 10_035 - 11 - 132
    assert not ended.filter(passed_to__isnull=True).exists()
    assert not Succession.objects.exclude(new__in=Unit.objects.on(FIRST_DAY_WITHOUT)).exists()


@pytest.mark.django_db
def test_merged_provinces_pass_to_the_new_one(nation):
    day = LAST_DAY_OF_DISTRICTS
    bac_ninh, bac_giang = (Unit.objects.on(day).provinces().get(code=c) for c in ("27", "24"))

    new = bac_ninh.successors_on(TODAY).get()

    assert new == bac_giang.successors_on(TODAY).get()
    assert new != bac_giang
    assert (new.code, new.name_on(TODAY)) == ("24", "thành phố Bắc Ninh")
    assert new.name_on(date(2026, 8, 31)) == "tỉnh Bắc Ninh"


@pytest.mark.django_db
def test_the_command_says_what_it_wrote(nation, capsys):
    call_command("load_territory")

    assert "0 units, 0 names, 0 containments, 0 successions and 0 points" in capsys.readouterr().out


@pytest.mark.django_db
def test_communes_of_after_the_change_have_a_point_in_the_country(nation):
    there = Location.objects.filter(
        latitude__range=(8, 24), longitude__range=(102, 118), unit__tier=Unit.Tier.COMMUNE
    )

    assert nation.locations == there.count() == 3_319
    without = Unit.objects.on(TODAY).communes().filter(location=None)
    assert set(without.values_list("code", flat=True)) == {"06757", "06967"}
