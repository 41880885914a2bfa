"""Who came after whom, however many changes later?"""

from datetime import date

import pytest

from motcua.periods.models import since
from motcua.territory.models import Succession, Unit
from motcua.territory.tests.conftest import LAST_DAY_OF_DISTRICTS, TODAY

NEXT_CHANGE = date(2030, 1, 1)
AFTER_NEXT_CHANGE = date(2030, 6, 1)


def codes(units):
    return {unit.code for unit in units}


@pytest.fixture
def merged_again(quang_ninh, unit):
    """In 2030 Việt Hưng and Tuần Châu become one ward of a new code."""
    merged = Unit.objects.create(tier=3, code="06999", valid_during=since(NEXT_CHANGE))
    for code in ("06661", "06706"):
        old = unit(code, TODAY)
        old.valid_during = since(old.valid_during.lower, NEXT_CHANGE)
        old.save()
        Succession.objects.create(
            old=old, new=merged, day=NEXT_CHANGE, divided=False, legal_basis="?"
        )
    return merged


def test_a_merged_commune_has_one_successor(quang_ninh, unit):
    gieng_day = unit("06670", LAST_DAY_OF_DISTRICTS)

    assert len(gieng_day.successors_on(TODAY)) == 1


@pytest.mark.parametrize(
    ("code", "heirs"),
    [
        ("06655", {"06661", "06706"}),
        ("06886", {"06886", "06799", "06970"}),
        ("06877", {"06877", "06862"}),
    ],
)
def test_a_divided_commune_has_several_successors(unit, code, heirs):
    divided = unit(code, LAST_DAY_OF_DISTRICTS)

    assert codes(divided.successors_on(TODAY)) == heirs
    assert set(divided.passed_to.values_list("divided", flat=True)) == {True}


def test_a_successor_knows_its_predecessors(unit):
    hai_lang = unit("06886", TODAY)

    communes = hai_lang.predecessors_on(LAST_DAY_OF_DISTRICTS).communes()

    assert codes(communes) == {"06799", "06886", "06892"}


def test_a_district_passed_to_communes(unit, files_of_quang_ninh):
    co_to = unit("207", LAST_DAY_OF_DISTRICTS)

    assert codes(co_to.successors_on(TODAY)) == {"07192"}


def test_the_successor_of_what_still_holds_is_itself(quang_ninh):
    assert list(quang_ninh.successors_on(TODAY)) == [quang_ninh]
    assert list(quang_ninh.predecessors_on(LAST_DAY_OF_DISTRICTS)) == [quang_ninh]


def test_on_a_day_of_its_own_life_a_unit_is_its_own_successor(unit):
    ha_khau = unit("06655", LAST_DAY_OF_DISTRICTS)

    assert list(ha_khau.successors_on(LAST_DAY_OF_DISTRICTS)) == [ha_khau]


def test_successors_are_followed_over_two_changes_in_one_query(
    merged_again, unit, django_assert_num_queries
):
    ha_khau = unit("06655", LAST_DAY_OF_DISTRICTS)

    with django_assert_num_queries(1):
        successors = list(ha_khau.successors_on(AFTER_NEXT_CHANGE))

    assert successors == [merged_again]


def test_between_two_changes_the_second_has_not_happened(merged_again, unit):
    ha_khau = unit("06655", LAST_DAY_OF_DISTRICTS)

    assert codes(ha_khau.successors_on(TODAY)) == {"06661", "06706"}


def test_predecessors_are_followed_over_two_changes_in_one_query(
    merged_again, unit, django_assert_num_queries
):
    with django_assert_num_queries(1):
        then = list(merged_again.predecessors_on(LAST_DAY_OF_DISTRICTS).communes())

    assert unit("06655", LAST_DAY_OF_DISTRICTS) in then
    assert merged_again not in then


def test_who_only_gave_a_part_away_holds_the_rest(quang_ninh, unit):
    bai_chay, hong_gai = unit("06673", TODAY), unit("06685", TODAY)
    Succession.objects.create(
        old=bai_chay, new=hong_gai, day=NEXT_CHANGE, divided=True, legal_basis="?"
    )

    assert set(bai_chay.successors_on(AFTER_NEXT_CHANGE)) == {bai_chay, hong_gai}


def test_a_circle_of_successions_ends(quang_ninh, unit):
    bai_chay, hong_gai = unit("06673", TODAY), unit("06685", TODAY)
    for old, new in ((bai_chay, hong_gai), (hong_gai, bai_chay)):
        Succession.objects.create(old=old, new=new, day=TODAY, divided=True, legal_basis="?")

    assert set(bai_chay.successors_on(TODAY)) == {bai_chay, hong_gai}


def test_the_communes_of_a_province_passed_on_by_its_resolution(unit):
    basis = set(
        unit("06655", LAST_DAY_OF_DISTRICTS).passed_to.values_list("legal_basis", flat=True)
    )

    assert basis == {"Nghị quyết 1679/NQ-UBTVQH15"}
