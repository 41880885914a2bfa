"""What is an agency called, what does its identifier say, where are its dossiers handed in?"""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from motcua.organizations.models import Organization, OrganizationName, Subordination
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    FOREVER,
    TODAY,
    OrganizationFactory,
    UnitFactory,
)
from motcua.periods.models import since

pytestmark = pytest.mark.django_db

CITY = date(2026, 9, 1)


# --- Identifiers (QĐ 20/2020/QĐ-TTg, Điều 4) -----------------------------------------------------


@pytest.mark.parametrize(
    "identifier",
    ["H49", "A01", "Y99", "H49.12", "H49.12.03", "H49.1", "H49.A1B2C3D4", "H49" + ".12345678" * 3],
)
def test_an_identifier_is_groups_from_the_top_down(identifier):
    organization = OrganizationFactory(identifier=identifier)

    organization.full_clean()


@pytest.mark.parametrize(
    "identifier",
    [
        "",
        "h49",
        "Z49",
        "H4",
        "H499",
        "H49.",
        ".H49",
        "H49..12",
        "H49.12 ",
        "H49.12\n",
        "H49.abc",
        "H49-12",
        "H49.123456789",
        "000.00.00.H49",
        "H４9",
    ],
)
def test_anything_else_is_refused_by_form_and_database(identifier):
    organization = OrganizationFactory.build(identifier=identifier)

    with pytest.raises(ValidationError, match=r"Mã định danh có dạng|để trắng"):
        organization.clean_fields()
    with pytest.raises(IntegrityError, match="organization_identifier_well_formed"):
        organization.save()


def test_an_identifier_has_at_most_35_characters():
    identifier = "H49" + ".12345678" * 3 + ".1234"
    assert len(identifier) == 35

    OrganizationFactory(identifier=identifier).full_clean()

    with pytest.raises(ValidationError, match="35"):
        OrganizationFactory.build(identifier=identifier + "5").clean_fields()


def test_an_identifier_is_never_given_again_even_after_the_end():
    OrganizationFactory(identifier="H49.12", valid_during=since(FIRST_DAY, CITY))

    with pytest.raises(IntegrityError, match="identifier"):
        OrganizationFactory(identifier="H49.12", valid_during=since(CITY))


def test_an_identifier_is_never_changed():
    organization = OrganizationFactory(identifier="H49.12")
    organization.identifier = "H49.13"

    with pytest.raises(IntegrityError, match="never changed"):
        organization.save()


def test_an_organization_is_never_removed():
    OrganizationFactory(identifier="H49.12")

    with pytest.raises(IntegrityError, match="never changed, removed or given again"):
        Organization.objects.filter(identifier="H49.12")._raw_delete("default")


@pytest.mark.parametrize(
    ("inner", "outer", "is_within"),
    [
        ("H49.12", "H49", True),
        ("H49.12.03", "H49", True),
        ("H49.12.03", "H49.12", True),
        ("H49.12", "H49.12", True),
        ("H49.12", "H49.1", False),
        ("H49", "H49.12", False),
        ("H48.12", "H49", False),
    ],
)
def test_a_part_is_within_its_whole_by_whole_groups(inner, outer, is_within):
    part, whole = Organization(identifier=inner), Organization(identifier=outer)

    assert part.is_within(whole) is is_within


def test_all_within_an_organization_are_found_by_whole_groups():
    whole = OrganizationFactory(identifier="H49.1")
    part = OrganizationFactory(identifier="H49.1.7")
    OrganizationFactory(identifier="H49.12")

    assert set(Organization.objects.within(whole)) == {whole, part}


# --- Names through time --------------------------------------------------------------------------


@pytest.fixture
def committee():
    """The People's Committee of Quảng Ninh, of the province and then of the city."""
    committee = OrganizationFactory(identifier="H49", named="Ủy ban nhân dân tỉnh Quảng Ninh")
    committee.names.update(valid_during=since(FIRST_DAY, CITY))
    OrganizationName.objects.create(
        organization=committee,
        full_name="Ủy ban nhân dân thành phố Quảng Ninh",
        valid_during=since(CITY),
    )
    return committee


def test_an_agency_bears_the_name_of_the_day(committee):
    assert committee.name_on(date(2026, 8, 31)) == "Ủy ban nhân dân tỉnh Quảng Ninh"
    assert committee.name_on(CITY) == "Ủy ban nhân dân thành phố Quảng Ninh"
    assert committee.name == "Ủy ban nhân dân thành phố Quảng Ninh"


def test_names_of_a_list_come_with_it(committee, django_assert_num_queries):
    OrganizationFactory.create_batch(5)

    with django_assert_num_queries(1):
        names = [each.name for each in Organization.objects.on(TODAY).with_names()]

    assert committee.name in names
    assert len(names) == 6


def test_agencies_are_listed_in_vietnamese_order():
    for name in ("Sở Y tế", "Sở Xây dựng", "Ủy ban", "Sở Nội vụ", "Đội", "Ban"):
        OrganizationFactory(named=name)

    listed = Organization.objects.on(TODAY).in_vietnamese_order(TODAY).with_names(TODAY)

    names = [each.name_on(TODAY) for each in listed]
    assert names == ["Ban", "Đội", "Sở Nội vụ", "Sở Xây dựng", "Sở Y tế", "Ủy ban"]


def test_an_agency_has_one_name_a_day(committee):
    with pytest.raises(IntegrityError, match="organization_has_one_name_a_day"):
        OrganizationName.objects.create(
            organization=committee, full_name="Ủy ban khác", valid_during=since(TODAY)
        )


# --- Where and under whom ------------------------------------------------------------------------


@pytest.fixture
def province():
    return UnitFactory(tier=1, code="22")


@pytest.fixture
def ward(province):
    return UnitFactory(inside=province)


def test_who_serves_a_ward_serves_it_or_what_contains_it(province, ward):
    of_province = OrganizationFactory(identifier="H49", unit=province)
    of_ward = OrganizationFactory(unit=ward)
    OrganizationFactory(unit=UnitFactory(inside=province))
    OrganizationFactory(unit=None)

    assert set(Organization.objects.on(TODAY).serving(ward)) == {of_province, of_ward}


def test_who_served_a_commune_in_a_district_served_its_province_too():
    province, day = UnitFactory(tier=1, code="22"), FIRST_DAY
    district = UnitFactory(tier=2, code="193", inside=province)
    commune = UnitFactory(inside=district)
    serving = {OrganizationFactory(unit=unit) for unit in (province, district, commune)}

    assert set(Organization.objects.on(day).serving(commune)) == serving


def test_the_counter_of_a_committee_is_that_of_its_ward(ward):
    committee = OrganizationFactory(unit=ward)
    counter = OrganizationFactory(unit=ward, kind=Organization.Kind.COUNTER)

    assert committee.counter_on(TODAY) == counter
    assert counter.counter_on(TODAY) == counter


def test_the_counter_of_a_department_is_that_of_the_province(province, ward):
    department = OrganizationFactory(unit=province, kind=Organization.Kind.DEPARTMENT)
    counter = OrganizationFactory(unit=province, kind=Organization.Kind.COUNTER)
    OrganizationFactory(unit=ward, kind=Organization.Kind.COUNTER)

    assert department.counter_on(TODAY) == counter


def test_a_counter_that_has_closed_receives_nothing(ward):
    committee = OrganizationFactory(unit=ward)
    OrganizationFactory(
        unit=ward, kind=Organization.Kind.COUNTER, valid_during=since(FIRST_DAY, TODAY)
    )

    assert committee.counter_on(TODAY) is None


def test_who_serves_no_place_has_no_counter():
    assert OrganizationFactory(unit=None).counter_on(TODAY) is None


def test_an_agency_knows_whom_it_answers_to_on_a_day():
    first, second = OrganizationFactory(), OrganizationFactory()
    division = OrganizationFactory(under=first)
    division.subordinations.update(valid_during=since(FIRST_DAY, CITY))
    Subordination.objects.create(child=division, parent=second, valid_during=since(CITY))

    assert division.parent_on(FIRST_DAY) == first
    assert division.parent_on(TODAY) == second
    assert list(Organization.objects.on(TODAY).under(second)) == [division]
    assert not Organization.objects.on(TODAY).under(first)


def test_an_agency_answers_to_one_other_a_day():
    division = OrganizationFactory(under=OrganizationFactory())

    with pytest.raises(IntegrityError, match="answers_to_one_other_a_day"):
        Subordination.objects.create(
            child=division, parent=OrganizationFactory(), valid_during=FOREVER
        )


def test_nobody_answers_to_itself():
    committee = OrganizationFactory()

    with pytest.raises(IntegrityError, match="organization_answers_not"):
        Subordination.objects.create(child=committee, parent=committee, valid_during=FOREVER)


def test_nobody_answers_to_itself_through_others():
    top = OrganizationFactory()
    bottom = OrganizationFactory(under=OrganizationFactory(under=top))

    with pytest.raises(IntegrityError, match="would answer to itself"):
        Subordination.objects.create(child=top, parent=bottom, valid_during=FOREVER)


def test_two_agencies_may_change_places_on_a_day():
    first = OrganizationFactory()
    second = OrganizationFactory(under=first)
    second.subordinations.update(valid_during=since(FIRST_DAY, CITY))

    Subordination.objects.create(child=first, parent=second, valid_during=since(CITY))

    assert first.parent_on(TODAY) == second


def test_listing_who_serves_a_place_is_one_question(ward):
    OrganizationFactory(unit=ward)

    with CaptureQueriesContext(connection) as asked:
        found = list(Organization.objects.on(TODAY).serving(ward).with_names(TODAY))

    assert len(found) == len(asked) == 1


def test_an_organization_shows_its_identifier_in_logs():
    assert str(Organization(identifier="H49.12")) == "H49.12"
