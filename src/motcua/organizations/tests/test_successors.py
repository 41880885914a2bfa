"""Who answers for an organization that is no more, and how is it shown?"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from motcua.organizations.matters import Matter
from motcua.organizations.models import Function, Organization, Succession
from motcua.organizations.successors import heirs, name_now, successor_for, successors_for
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    TODAY,
    OrganizationFactory,
    UnitFactory,
)
from motcua.periods.models import since
from motcua.territory.models import Succession as TerritorySuccession

pytestmark = pytest.mark.django_db

CHANGE = date(2026, 3, 1)
NEXT_CHANGE = date(2026, 9, 1)
UNTIL_CHANGE = since(FIRST_DAY, CHANGE)


def passes(old, new, day=CHANGE, **facts):
    facts = {"kind": "absorb", "legal_basis": "Nghị quyết mẫu", **facts}
    return Succession.objects.create(old=old, new=new, day=day, **facts)


@pytest.fixture
def old():
    return OrganizationFactory(named="UBND xã A", valid_during=UNTIL_CHANGE)


@pytest.fixture
def new():
    return OrganizationFactory(named="UBND xã B")


@pytest.fixture
def other():
    return OrganizationFactory(named="UBND xã C")


@pytest.fixture
def civil_status():
    return Function.objects.create(code="ho-tich", name="Hộ tịch")


# --- Step by step --------------------------------------------------------------------------------


def test_who_holds_answers_itself(new):
    assert successor_for(new, TODAY) == new


def test_the_one_that_took_over_answers_from_its_first_day(old, new):
    passes(old, new, is_default=True)

    assert successor_for(old, CHANGE - timedelta(days=1)) == old
    assert successor_for(old, CHANGE) == new


def test_several_reorganizations_are_followed(old, other):
    between = OrganizationFactory(valid_during=since(FIRST_DAY, NEXT_CHANGE))
    passes(old, between, is_default=True)
    passes(between, other, NEXT_CHANGE, is_default=True)

    assert successor_for(old, NEXT_CHANGE - timedelta(days=1)) == between
    assert successor_for(old, TODAY) == other


def test_who_continues_keeps_what_did_not_pass(new, other, civil_status):
    passes(new, other, kind="separate", function=civil_status)

    assert successor_for(new, TODAY) == new
    assert successor_for(new, TODAY, function=civil_status) == other


def test_two_that_change_places_on_one_day_do_not_go_round_in_circles(new, other):
    passes(new, other, kind="transfer", is_default=True)
    passes(other, new, kind="transfer", is_default=True)

    assert successor_for(new, TODAY) == other
    assert successor_for(other, TODAY) == new
    assert set(new.successors_on(TODAY)) == {new, other}


def test_what_passes_tomorrow_has_not_passed(old, new):
    passes(old, new, TODAY + timedelta(days=1), is_default=True)

    assert successor_for(old, TODAY) is None


# --- The narrowest row wins ----------------------------------------------------------------------


@pytest.fixture
def wards():
    province = UnitFactory(tier=1, code="22")
    return [UnitFactory(inside=province), UnitFactory(inside=province)]


@pytest.fixture
def shares(old, civil_status, wards):
    """Every way to name a share, each with an heir of its own."""
    here, _elsewhere = wards
    ways = {
        "default": {"is_default": True},
        "function": {"function": civil_status},
        "procedure": {"procedure_code": "1.001193"},
        "unit": {"unit": here},
        "unit and function": {"unit": here, "function": civil_status},
        "unit and procedure": {"unit": here, "procedure_code": "1.001193"},
    }
    return {name: passes(old, OrganizationFactory(), **way).new for name, way in ways.items()}


@pytest.mark.parametrize(
    ("function", "procedure_code", "ward", "answers"),
    [
        ("", "", None, "default"),
        ("dat-dai", "1.000001", 1, "default"),
        ("ho-tich", "", None, "function"),
        ("ho-tich", "", 1, "function"),
        ("ho-tich", "1.001193", 1, "procedure"),
        ("", "1.001193", None, "procedure"),
        ("", "", 0, "unit"),
        ("dat-dai", "1.000001", 0, "unit"),
        ("ho-tich", "1.000001", 0, "unit and function"),
        ("ho-tich", "1.001193", 0, "unit and procedure"),
    ],
)
def test_the_narrowest_row_wins(old, shares, wards, function, procedure_code, ward, answers):
    unit = None if ward is None else wards[ward]

    found = successor_for(old, TODAY, function=function, procedure_code=procedure_code, unit=unit)

    assert found == shares[answers]


def test_a_default_may_also_name_its_own_share(old, new, other, wards):
    here, elsewhere = wards
    passes(old, new, unit=here, is_default=True)
    passes(old, other, unit=elsewhere)

    assert successor_for(old, TODAY) == new
    assert successor_for(old, TODAY, unit=here) == new
    assert successor_for(old, TODAY, unit=elsewhere) == other


# --- Places of before and of after ---------------------------------------------------------------


@pytest.fixture
def divided():
    """A district of two communes; one went whole to a new ward, the other to two of them."""
    province = UnitFactory(tier=1, code="22")
    district = UnitFactory(tier=2, code="193", inside=province, valid_during=UNTIL_CHANGE)
    whole, parted = (UnitFactory(inside=district, valid_during=UNTIL_CHANGE) for _ in range(2))
    north, south = (UnitFactory(inside=province, valid_during=since(CHANGE)) for _ in range(2))
    for unit, heir in [(whole, north), (parted, north), (parted, south), (district, south)]:
        TerritorySuccession.objects.create(
            old=unit, new=heir, day=CHANGE, divided=unit != whole, legal_basis="?"
        )
    TerritorySuccession.objects.create(
        old=district, new=north, day=CHANGE, divided=True, legal_basis="?"
    )
    return {"whole": whole, "parted": parted, "north": north, "south": south}


@pytest.fixture
def district_committee(divided, old, new, other):
    """Gave each new ward to that ward's committee; the south takes what nobody can tell."""
    passes(old, new, unit=divided["north"])
    passes(old, other, unit=divided["south"], is_default=True)
    return old


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ("north", "UBND xã B"),
        ("south", "UBND xã C"),
        ("whole", "UBND xã B"),
        ("parted", "UBND xã C"),
    ],
)
def test_a_place_of_before_is_found_in_a_place_of_after(
    district_committee, divided, asked, answers
):
    assert successor_for(district_committee, TODAY, unit=divided[asked]).name == answers


def test_a_place_of_after_is_found_in_a_place_of_before(divided, old, new, other):
    passes(old, new, unit=divided["whole"])
    passes(old, other, unit=divided["parted"], is_default=True)

    assert successor_for(old, TODAY, unit=divided["south"]) == other
    assert successor_for(old, TODAY, unit=divided["whole"]) == new


def test_a_place_lies_in_what_contains_it(divided, old, new, other):
    passes(old, new, unit=divided["whole"].containments.get().parent)
    passes(old, other, is_default=True)

    assert successor_for(old, TODAY, unit=divided["parted"]) == new


# --- Many at once --------------------------------------------------------------------------------


def test_many_matters_cost_as_many_queries_as_one(
    district_committee, divided, django_assert_num_queries
):
    matters = [Matter(district_committee.pk, unit=unit.pk) for unit in divided.values()]

    with django_assert_num_queries(4):
        found = successors_for(matters, TODAY)

    assert [found[matter].name for matter in matters] == [
        "UBND xã B",
        "UBND xã C",
        "UBND xã B",
        "UBND xã C",
    ]


def test_without_a_place_it_costs_two(old, new, django_assert_num_queries):
    passes(old, new, is_default=True)

    with django_assert_num_queries(2):
        successor_for(old, TODAY)


# --- Before and after ----------------------------------------------------------------------------


def test_an_organization_knows_who_came_after_and_before(old, new, other):
    passes(old, new, is_default=True)
    passes(other, new, kind="transfer")

    assert set(old.successors_on(TODAY)) == {new}
    assert set(new.predecessors_on(CHANGE - timedelta(days=1))) == {old, new, other}
    assert set(new.predecessors_on(TODAY)) == {new}


def test_all_heirs_are_listed_the_default_one_first(old, new, other, wards):
    passes(old, other, is_default=True)
    passes(old, new, unit=wards[0])

    assert heirs(old, TODAY) == [other, new]


def test_without_a_record_its_like_in_its_territory_took_over(wards):
    here = wards[0]
    closed = OrganizationFactory(unit=here, valid_during=UNTIL_CHANGE)
    OrganizationFactory(unit=here, kind="counter")
    taking_over = OrganizationFactory(unit=here)

    assert heirs(closed, TODAY) == [taking_over]
    assert successor_for(closed, TODAY) == taking_over


def test_without_a_record_two_of_its_like_are_a_question_for_a_human(wards):
    here = wards[0]
    closed = OrganizationFactory(unit=here, valid_during=UNTIL_CHANGE)
    OrganizationFactory.create_batch(2, unit=here)

    assert successor_for(closed, TODAY) is None


def test_a_default_successor_is_one_a_day(old, new, other):
    passes(old, new, is_default=True)

    with pytest.raises(IntegrityError, match="one_default_successor_a_day"):
        passes(old, other, is_default=True)


# --- In words ------------------------------------------------------------------------------------


def test_what_holds_is_shown_by_its_name(new):
    assert name_now(new) == "UBND xã B"


def test_what_has_ended_is_shown_with_its_successor(old, new):
    passes(old, new, is_default=True)

    assert name_now(old) == "UBND xã A (nay là UBND xã B)"
    assert name_now(old, CHANGE - timedelta(days=1)) == "UBND xã A"


def test_what_was_shared_is_shown_with_its_heirs(old, new, other, wards):
    passes(old, other, is_default=True)
    passes(old, new, unit=wards[0])
    assert name_now(old) == "UBND xã A (nay do UBND xã C và UBND xã B đảm nhiệm)"

    passes(old, OrganizationFactory(named="UBND xã D"), unit=wards[1])
    assert name_now(old) == "UBND xã A (nay do UBND xã C và 2 cơ quan khác đảm nhiệm)"


def test_what_nobody_took_over_keeps_its_name(old):
    assert name_now(old) == "UBND xã A"


def test_a_list_asks_once(old, new, django_assert_num_queries):
    passes(old, new, is_default=True)

    with django_assert_num_queries(1):
        names = {name_now(each) for each in Organization.objects.with_names_now()}

    assert names == {"UBND xã A (nay là UBND xã B)", "UBND xã B"}
