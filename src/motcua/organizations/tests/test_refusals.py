"""What does the database refuse to any table of the register, whoever writes?"""

from datetime import date

import pytest
from django.db import IntegrityError

from motcua.organizations.models import (
    Capacity,
    Competence,
    Contact,
    Function,
    Jurisdiction,
    Line,
    OrganizationName,
    Seal,
    Subordination,
)
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    FOREVER,
    OrganizationFactory,
    PostFactory,
    UnitFactory,
)
from motcua.periods.models import since, until

pytestmark = pytest.mark.django_db

CLOSED_ON = date(2026, 10, 1)
UNTIL_CLOSED = since(FIRST_DAY, CLOSED_ON)


@pytest.fixture
def facts():
    """For each dated table, what a row of it says about an organization, period aside."""
    unit, other = UnitFactory(), OrganizationFactory()
    function = Function.objects.create(code="ho-tich", name="Hộ tịch")
    return {
        OrganizationName: {"full_name": "Sở Nội vụ"},
        Jurisdiction: {"unit": unit},
        Capacity: {"line": Line.PARTY, "full_name": "Ban Tổ chức", "superior": other},
        Seal: {"line": Line.STATE, "inscription": "SỞ NỘI VỤ"},
        Contact: {"phone": "0203 000 000"},
        Competence: {"function": function, "unit": unit},
    }


TABLES = [OrganizationName, Jurisdiction, Capacity, Seal, Contact, Competence]


@pytest.fixture
def bare():
    """An organization of which nothing is said yet."""
    organization = OrganizationFactory()
    organization.names.all().delete()
    return organization


# --- Nothing twice a day -------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_no_table_says_two_things_of_one_day(table, facts, bare):
    table.objects.create(organization=bare, valid_during=UNTIL_CLOSED, **facts[table])

    with pytest.raises(IntegrityError, match="a_day"):
        table.objects.create(organization=bare, valid_during=since(FIRST_DAY), **facts[table])


@pytest.mark.parametrize("table", TABLES)
def test_one_thing_may_follow_another(table, facts, bare):
    for days in (UNTIL_CLOSED, since(CLOSED_ON)):
        table.objects.create(organization=bare, valid_during=days, **facts[table])

    assert table.objects.on(CLOSED_ON).filter(organization=bare).count() == 1


def test_a_kind_is_not_twice_competent_for_the_same(facts):
    function = facts[Competence]["function"]
    for kind in ("commune", "district"):
        Competence.objects.create(function=function, organization_kind=kind, valid_during=FOREVER)

    with pytest.raises(IntegrityError, match="competence_of_a_kind_said_once_a_day"):
        Competence.objects.create(
            function=function, organization_kind="commune", valid_during=FOREVER
        )


def test_a_part_may_be_named_beside_the_whole(facts, bare):
    function, unit = facts[Competence]["function"], facts[Competence]["unit"]

    for where in (None, unit):
        Competence.objects.create(
            function=function, organization=bare, unit=where, valid_during=FOREVER
        )

    with pytest.raises(IntegrityError, match="competence_of_an_organization_said_once_a_day"):
        Competence.objects.create(function=function, organization=bare, valid_during=FOREVER)


# --- Nothing outlives its house ------------------------------------------------------------------


@pytest.mark.parametrize("days", [since(CLOSED_ON), FOREVER, until(CLOSED_ON)])
@pytest.mark.parametrize("table", [each for each in TABLES if each is not OrganizationName])
def test_nothing_is_said_beyond_the_days_of_an_organization(table, days, facts):
    closed = OrganizationFactory(valid_during=UNTIL_CLOSED)

    with pytest.raises(IntegrityError, match="lie outside"):
        table.objects.create(organization=closed, valid_during=days, **facts[table])


@pytest.mark.parametrize("table", [each for each in TABLES if each is not OrganizationName])
def test_an_organization_is_not_closed_over_what_is_said_of_it(table, facts, bare):
    table.objects.create(organization=bare, valid_during=FOREVER, **facts[table])
    bare.valid_during = UNTIL_CLOSED

    with pytest.raises(IntegrityError, match="would leave rows of"):
        bare.save()


# --- One head, no circle -------------------------------------------------------------------------


def test_a_post_that_heads_an_agency_is_for_one():
    with pytest.raises(IntegrityError, match="post_of_the_head_is_for_one"):
        PostFactory(is_head=True, holders_allowed=2)


def test_nobody_answers_to_itself_through_a_capacity():
    committee = OrganizationFactory()
    board = OrganizationFactory(under=committee)

    with pytest.raises(IntegrityError, match="would answer to itself"):
        Capacity.objects.create(
            organization=committee,
            line=Line.PARTY,
            full_name="Đảng ủy",
            superior=board,
            valid_during=FOREVER,
        )


def test_nobody_is_put_under_those_whom_its_capacity_is_above():
    board, committee = OrganizationFactory(), OrganizationFactory()
    Capacity.objects.create(
        organization=board,
        line=Line.STATE,
        full_name="Phòng Nội vụ",
        superior=committee,
        valid_during=FOREVER,
    )

    with pytest.raises(IntegrityError, match="would answer to itself"):
        Subordination.objects.create(child=committee, parent=board, valid_during=FOREVER)


def test_two_lines_may_meet_in_one_body():
    party, committee = OrganizationFactory(kind="party"), OrganizationFactory()
    board = OrganizationFactory(kind="merged", under=party)

    Capacity.objects.create(
        organization=board,
        line=Line.STATE,
        full_name="Phòng Nội vụ",
        superior=committee,
        valid_during=FOREVER,
    )

    assert board.superior_on(FIRST_DAY, Line.STATE) == committee
    assert board.superior_on(FIRST_DAY, Line.PARTY) == party
