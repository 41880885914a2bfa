"""What is a place called, where does it lie, and what does the database refuse?"""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from motcua.periods.models import since, until
from motcua.search.folding import sort_key
from motcua.territory.actions import load_map
from motcua.territory.models import Containment, Succession, Unit, UnitName
from motcua.territory.tests.conftest import FIRST_DAY_WITHOUT, LAST_DAY_OF_DISTRICTS, TODAY

LAST_DAY_AS_PROVINCE, FIRST_DAY_AS_CITY = date(2026, 8, 31), date(2026, 9, 1)


# --- One code, two territories -------------------------------------------------------------------


@pytest.mark.parametrize("code", ["06886", "06877"])
def test_a_code_that_survived_names_another_territory(quang_ninh, unit, code):
    before, after = unit(code, LAST_DAY_OF_DISTRICTS), unit(code, FIRST_DAY_WITHOUT)

    assert before != after
    assert before.code == after.code
    assert after in before.successors_on(TODAY)


def test_the_province_stays_itself_over_both_changes(quang_ninh, unit):
    days = (LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT, TODAY)

    assert {unit("22", day) for day in days} == {quang_ninh}


def test_an_untouched_commune_stays_itself(quang_ninh, unit):
    cai_chien = unit("06967", TODAY)

    assert unit("06967", LAST_DAY_OF_DISTRICTS) == cai_chien
    assert cai_chien.address_on(LAST_DAY_OF_DISTRICTS) == (
        "xã Cái Chiên, huyện Hải Hà, tỉnh Quảng Ninh"
    )
    assert cai_chien.address_on(TODAY) == "xã Cái Chiên, thành phố Quảng Ninh"


# --- Names and kinds through time ----------------------------------------------------------------


def test_quang_ninh_is_a_province_until_31_august_2026(quang_ninh):
    assert quang_ninh.name_on(LAST_DAY_AS_PROVINCE) == "tỉnh Quảng Ninh"


def test_quang_ninh_is_a_city_from_1_september_2026(quang_ninh):
    name = quang_ninh.names.on(FIRST_DAY_AS_CITY).get()

    assert quang_ninh.name_on(FIRST_DAY_AS_CITY) == "thành phố Quảng Ninh"
    assert name.legal_basis == "Nghị quyết 36/2026/QH16"


def test_what_ended_keeps_its_last_name(quang_ninh, unit):
    hon_gai = unit("06685", LAST_DAY_OF_DISTRICTS)

    assert not hon_gai.holds_on(TODAY)
    assert hon_gai.name_on(TODAY) == hon_gai.name_on(LAST_DAY_OF_DISTRICTS)


def test_a_name_asked_for_before_the_first_is_the_first(quang_ninh, unit):
    assert unit("06673", TODAY).name_on(date(1999, 1, 1)) == "phường Bãi Cháy"


def test_a_list_with_names_asks_for_no_name_again(quang_ninh, django_assert_num_queries):
    with django_assert_num_queries(1):
        units = Unit.objects.on(TODAY).communes().with_names(TODAY)
        names = {unit.name_on(TODAY) for unit in units}

    assert len(names) == 54


def test_a_list_with_names_of_one_day_still_knows_other_days(quang_ninh):
    province = Unit.objects.with_names(LAST_DAY_AS_PROVINCE).get(pk=quang_ninh.pk)

    assert province.name_on(LAST_DAY_AS_PROVINCE) == "tỉnh Quảng Ninh"
    assert province.name_on(FIRST_DAY_AS_CITY) == "thành phố Quảng Ninh"


def test_a_renaming_that_becomes_known_later_ends_the_name_before(db, files_of_quang_ninh):
    load_map(replace(files_of_quang_ninh, renamings=()))

    written = load_map(files_of_quang_ninh)

    quang_ninh = Unit.objects.get(code="22")
    assert written.names == 2
    assert quang_ninh.names.count() == 2
    assert quang_ninh.name_on(TODAY) == "thành phố Quảng Ninh"


# --- What lies where -----------------------------------------------------------------------------


def test_the_communes_of_the_province_lay_in_districts(quang_ninh):
    assert Unit.objects.on(LAST_DAY_OF_DISTRICTS).communes_of(quang_ninh).count() == 171


def test_the_communes_of_the_province_lie_in_it_directly(quang_ninh, django_assert_num_queries):
    with django_assert_num_queries(1):
        communes = list(Unit.objects.on(TODAY).communes_of(quang_ninh))

    assert len(communes) == 54


def test_communes_are_listed_in_vietnamese_order(quang_ninh):
    communes = Unit.objects.on(TODAY).communes_of(quang_ninh)

    listed = [u.name_on(TODAY) for u in communes.in_vietnamese_order(TODAY).with_names(TODAY)]

    proper = [name.replace("đặc khu", "khu").split(" ", 1)[1] for name in listed]
    assert proper == sorted(proper, key=sort_key)
    assert proper.index("Cửa Ông") < proper.index("Điền Xá") < proper.index("Hà An")


def test_the_chain_of_a_commune_had_three_links_and_has_two(quang_ninh, unit):
    before = unit("06673", LAST_DAY_OF_DISTRICTS)
    after = unit("06673", TODAY)

    assert [u.tier for u in before.chain_on(LAST_DAY_OF_DISTRICTS)] == [3, 2, 1]
    assert [u.tier for u in after.chain_on(TODAY)] == [3, 1]
    assert after.province_on(TODAY) == quang_ninh


def test_an_address_takes_one_query(quang_ninh, unit, django_assert_num_queries):
    bai_chay = unit("06673", LAST_DAY_OF_DISTRICTS)

    with django_assert_num_queries(1):
        address = bai_chay.address_on(LAST_DAY_OF_DISTRICTS)

    assert address == "phường Bãi Cháy, thành phố Hạ Long, tỉnh Quảng Ninh"


# --- What the database refuses -------------------------------------------------------------------


def commune(code, days, tier=Unit.Tier.COMMUNE):
    return Unit.objects.create(tier=tier, code=code, valid_during=days)


def test_a_code_may_name_another_unit_after_the_first_has_ended(db):
    first = commune("00001", until(FIRST_DAY_WITHOUT))

    assert commune("00001", since(FIRST_DAY_WITHOUT)) != first


def test_a_code_names_one_unit_a_day(db):
    commune("00001", until(FIRST_DAY_WITHOUT))

    with pytest.raises(IntegrityError, match="code_names_one_unit_a_day"):
        commune("00001", since(LAST_DAY_OF_DISTRICTS))


def test_the_same_number_in_another_tier_is_another_unit(db):
    commune("00001", since(TODAY))

    commune("001", since(TODAY), tier=Unit.Tier.DISTRICT)
    commune("01", since(TODAY), tier=Unit.Tier.PROVINCE)

    assert Unit.objects.count() == 3


@pytest.mark.parametrize("code", ["1", "0001", "0000 ", "0000a", "０００1"])
def test_a_code_has_the_digits_of_its_tier(db, code):
    with pytest.raises(IntegrityError, match="digits_of_its_tier"):
        commune(code[:5], since(TODAY))


def test_a_unit_has_one_name_a_day(quang_ninh):
    with pytest.raises(IntegrityError, match="one_name_a_day"):
        UnitName.objects.create(
            unit=quang_ninh, kind="tỉnh", proper_name="Hải Ninh", valid_during=since(TODAY)
        )


def test_a_unit_lies_in_one_other_a_day(quang_ninh, unit):
    with pytest.raises(IntegrityError, match="lies_in_one_other_a_day"):
        Containment.objects.create(
            unit=unit("06673", TODAY), parent=quang_ninh, valid_during=since(TODAY)
        )


def test_a_unit_succeeds_not_itself(quang_ninh):
    with pytest.raises(IntegrityError, match="succeeds_not_itself"):
        Succession.objects.create(
            old=quang_ninh, new=quang_ninh, day=TODAY, divided=False, legal_basis="?"
        )


def test_a_unit_shows_its_code_in_logs(quang_ninh):
    assert str(quang_ninh) == "22"
