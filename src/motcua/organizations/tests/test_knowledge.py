"""Who was it on that day, as the register knew it at the time?"""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.organizations.models import (
    Competence,
    Function,
    Jurisdiction,
    Organization,
    OrganizationName,
    Subordination,
)
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    FOREVER,
    OrganizationFactory,
    PostFactory,
    UnitFactory,
)
from motcua.periods.clock import VIETNAM
from motcua.periods.correcting import correcting
from motcua.periods.models import since

pytestmark = pytest.mark.django_db

MAY_15 = date(2026, 5, 15)
MAY_20 = date(2026, 5, 20)
MAY_25 = date(2026, 5, 25)


def at(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)


BEFORE = at(date(2026, 1, 5))
LATER = at(MAY_25)


def record(model, recorded_at=BEFORE, **facts):
    return model.objects.create(recorded_at=recorded_at, **{"valid_during": FOREVER, **facts})


def organization(name, recorded_at=BEFORE, **facts):
    """An organization whose row and name were entered at a moment."""
    entered = OrganizationFactory(recorded_at=recorded_at, **facts)
    entered.names.all().delete()
    record(OrganizationName, recorded_at, organization=entered, full_name=name)
    return entered


@pytest.fixture
def province():
    return UnitFactory(tier=1, code="22")


@pytest.fixture
def hon_gai(province):
    return UnitFactory(named="Hòn Gai", inside=province)


@pytest.fixture
def civil_status():
    return Function.objects.create(code="ho-tich", name="Hộ tịch")


@pytest.fixture
def committee(hon_gai):
    """The committee of the ward, which everybody believed to be competent."""
    committee = organization("Ủy ban nhân dân phường Hòn Gai")
    record(Jurisdiction, organization=committee, unit=hon_gai)
    return committee


@pytest.fixture
def department(province):
    department = organization("Sở Tư pháp", kind="department", tier=1)
    record(Jurisdiction, organization=department, unit=province)
    return department


def competent(unit, known_on=None, day=MAY_15):
    return set(Organization.objects.as_of(day, known_on).competent_for("ho-tich", unit))


# --- Who was competent on 15 May, as we knew it on 20 May? ---------------------------------------


def test_a_correction_of_25_may_does_not_change_what_was_known_on_20_may(
    hon_gai, civil_status, committee, department
):
    granted = record(Competence, function=civil_status, organization=committee)

    Competence.objects.filter(pk=granted.pk).update(organization=department, recorded_at=LATER)

    assert competent(hon_gai, MAY_20) == {committee}
    assert competent(hon_gai, MAY_25) == {department}
    assert competent(hon_gai) == {department}


def test_what_was_entered_late_was_not_known_earlier(hon_gai, civil_status, committee):
    record(Competence, LATER, function=civil_status, organization=committee)

    assert competent(hon_gai, MAY_20) == set()
    assert competent(hon_gai) == {committee}


def test_what_was_removed_later_was_still_known(hon_gai, civil_status, committee):
    granted = record(Competence, function=civil_status, organization=committee)

    granted.delete()

    assert competent(hon_gai, MAY_20) == {committee}
    assert competent(hon_gai) == set()


def test_what_was_known_changes_at_the_very_moment(hon_gai, civil_status, committee):
    record(Competence, LATER, function=civil_status, organization=committee)

    assert competent(hon_gai, LATER - timedelta(seconds=1)) == set()
    assert competent(hon_gai, LATER) == {committee}


def test_a_day_of_knowledge_ends_at_midnight_in_viet_nam(hon_gai, civil_status, committee):
    last_minute = datetime(2026, 5, 20, 23, 59, tzinfo=VIETNAM)
    record(Competence, last_minute, function=civil_status, organization=committee)

    assert competent(hon_gai, MAY_20) == {committee}
    assert competent(hon_gai, date(2026, 5, 19)) == set()


def test_territory_is_that_which_was_known(hon_gai, civil_status, committee):
    record(Competence, function=civil_status, organization_kind="commune")

    committee.jurisdictions.all().delete()

    assert competent(hon_gai, MAY_20) == {committee}
    assert competent(hon_gai) == set()


# --- Who is competent at all? --------------------------------------------------------------------


def test_a_kind_is_competent_where_each_of_it_serves(
    hon_gai, province, civil_status, committee, department
):
    elsewhere = OrganizationFactory(unit=UnitFactory(inside=province))
    record(Competence, function=civil_status, organization_kind="commune")

    assert competent(hon_gai) == {committee}
    assert competent(elsewhere.units_on(MAY_15).get()) == {elsewhere}


def test_who_serves_the_province_is_competent_in_its_wards(hon_gai, civil_status, department):
    record(Competence, function=civil_status, organization=department)

    assert competent(hon_gai) == {department}


def test_a_competence_for_a_part_ends_at_its_border(hon_gai, province, civil_status, department):
    other_ward = UnitFactory(inside=province)
    record(Competence, function=civil_status, organization=department, unit=hon_gai)

    assert competent(hon_gai) == {department}
    assert competent(other_ward) == set()


def test_a_competence_for_the_province_reaches_its_wards(
    hon_gai, province, civil_status, department
):
    record(Competence, function=civil_status, organization=department, unit=province)

    assert competent(hon_gai) == {department}


def test_another_function_or_day_is_another_matter(hon_gai, civil_status, committee):
    record(
        Competence,
        function=civil_status,
        organization=committee,
        valid_during=since(FIRST_DAY, MAY_15),
    )

    assert competent(hon_gai, day=MAY_15 - timedelta(days=1)) == {committee}
    assert competent(hon_gai, day=MAY_15) == set()
    known = Organization.objects.as_of(FIRST_DAY).competent_for("dat-dai", hon_gai)
    assert not known.exists()


# --- The apparatus as it was known ---------------------------------------------------------------


def test_an_agency_bears_the_name_that_was_known(committee):
    committee.names.update(full_name="Ủy ban nhân dân phường Hồng Gai", recorded_at=LATER)

    known = Organization.objects.as_of(MAY_15, known_on=MAY_20).get(pk=committee.pk)
    now = Organization.objects.as_of(MAY_15).with_names(MAY_15).get(pk=committee.pk)

    assert known.name_on(MAY_15) == "Ủy ban nhân dân phường Hòn Gai"
    assert now.name_on(MAY_15) == "Ủy ban nhân dân phường Hồng Gai"


def test_an_agency_is_of_the_kind_that_was_known(committee):
    with correcting():
        Organization.objects.filter(pk=committee.pk).update(kind="merged", recorded_at=LATER)

    known = Organization.objects.as_of(MAY_15, known_on=MAY_20)

    assert known.get().kind == "commune"
    assert not known.filter(kind="merged").exists()


def test_an_agency_whose_end_was_entered_late_still_stood(committee):
    committee.jurisdictions.all().delete()
    committee.names.all().delete()
    Organization.objects.filter(pk=committee.pk).update(
        valid_during=since(FIRST_DAY, MAY_15), recorded_at=LATER
    )

    assert committee in Organization.objects.as_of(MAY_15, known_on=MAY_20)
    assert committee not in Organization.objects.as_of(MAY_15)


def test_parents_and_places_are_those_that_were_known(hon_gai, committee, department):
    parent = organization("Ủy ban nhân dân tỉnh")
    answers = record(Subordination, child=committee, parent=parent)
    Subordination.objects.filter(pk=answers.pk).update(parent=department, recorded_at=LATER)
    committee.jurisdictions.all().delete()

    known = Organization.objects.as_of(MAY_15, known_on=MAY_20)

    assert known.parents(MAY_15) == {committee.pk: parent.pk}
    assert Organization.objects.as_of(MAY_15).parents(MAY_15) == {committee.pk: department.pk}
    assert set(known.under(parent)) == {committee}
    assert known.places(MAY_15)[committee.pk] == hon_gai.pk


# --- A question like any other -------------------------------------------------------------------


def test_what_was_known_can_stand_inside_another_question(committee):
    post = PostFactory(organization=committee)
    PostFactory(organization=organization("Entered late", LATER))

    known = Organization.objects.as_of(MAY_15, known_on=MAY_20)

    assert list(type(post).objects.filter(organization__in=known)) == [post]
    assert known.filter(pk__in=Organization.objects.as_of(MAY_15, MAY_25)).count() == 1
    assert known.union(known.filter(kind="merged")).count() == 1
    assert known.exclude(names__full_name="Entered late").exists()


def test_what_was_known_is_answered_in_one_query(hon_gai, civil_status, committee):
    record(Competence, function=civil_status, organization_kind="commune")

    with CaptureQueriesContext(connection) as asked:
        known = Organization.objects.as_of(MAY_15, MAY_20).competent_for("ho-tich", hon_gai)
        names = [each.name_on(MAY_15) for each in known]

    assert names == ["Ủy ban nhân dân phường Hòn Gai"]
    assert len(asked) == 1


def test_the_present_costs_what_it_cost_before():
    as_of, on = Organization.objects.as_of(MAY_15), Organization.objects.on(MAY_15)

    assert str(as_of.query) == str(on.query)


def test_a_condition_reaches_the_indexes_of_the_past_as_of_today(committee):
    known = OrganizationName.objects.known_on(MAY_20).filter(organization=committee)
    sql, params = known.query.get_compiler("default").as_sql()

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", params)
        plan = str(cursor.fetchall())

    assert "Function Scan on jsonb_populate_record" in plan
    assert "Function Scan on organizations" not in plan


@pytest.mark.parametrize("write", ["update", "delete"])
def test_nobody_writes_the_past(committee, write):
    known = OrganizationName.objects.known_on(MAY_20)

    with pytest.raises(TypeError, match="can only be read"):
        known.update(full_name="Khác") if write == "update" else known.delete()


def test_every_table_that_remembers_can_be_asked():
    from motcua.periods.knowledge import remembered_tables

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE %s", ["%remembers"]
        )
        remembering = {table for (table,) in cursor.fetchall()}
        cursor.execute("SELECT proname FROM pg_proc WHERE proname LIKE %s", [r"%\_known"])
        asked = {name.removesuffix("_known") for (name,) in cursor.fetchall()}

    assert set(remembered_tables()) == remembering == asked
