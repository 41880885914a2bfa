"""In which systems does a body act, and under which name, superior and seal?"""

from datetime import date

import pytest

from motcua.organizations.models import Capacity, Line, Organization, Seal
from motcua.organizations.tests.factories import FIRST_DAY, TODAY, OrganizationFactory
from motcua.periods.models import since

pytestmark = pytest.mark.django_db

PILOT = date(2026, 1, 1)


@pytest.fixture
def committees():
    return {
        Line.STATE: OrganizationFactory(named="UBND đặc khu Mẫu"),
        Line.PARTY: OrganizationFactory(named="Đảng ủy đặc khu Mẫu", kind="party"),
    }


@pytest.fixture
def board(committees):
    """A merged body since the first day of the pilot."""
    board = OrganizationFactory(
        named="Ban Tổ chức – Nội vụ", kind="merged", under=committees[Line.PARTY]
    )
    names = {Line.STATE: "Phòng Nội vụ", Line.PARTY: "Ban Tổ chức"}
    for line, name in names.items():
        Capacity.objects.create(
            organization=board,
            line=line,
            full_name=name,
            superior=committees[line],
            valid_during=since(PILOT),
        )
        Seal.objects.create(
            organization=board, line=line, inscription=name.upper(), valid_during=since(PILOT)
        )
    return board


def test_a_merged_body_acts_in_each_of_its_systems(board):
    assert board.lines_on(TODAY) == [Line.STATE, Line.PARTY]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("department", Line.STATE),
        ("party", Line.PARTY),
        ("front", Line.FRONT),
        ("mass", Line.FRONT),
    ],
)
def test_any_other_acts_in_the_one_of_its_kind(kind, line):
    assert OrganizationFactory(kind=kind).lines_on(TODAY) == [line]


def test_each_system_has_its_own_name_superior_and_seal(board, committees):
    told = {
        line: (board.name_on(TODAY, line), board.superior_on(TODAY, line), str(seal.inscription))
        for line in board.lines_on(TODAY)
        if (seal := board.seal_on(TODAY, line))
    }

    assert told == {
        Line.STATE: ("Phòng Nội vụ", committees[Line.STATE], "PHÒNG NỘI VỤ"),
        Line.PARTY: ("Ban Tổ chức", committees[Line.PARTY], "BAN TỔ CHỨC"),
    }
    assert board.name_on(TODAY) == "Ban Tổ chức – Nội vụ"


def test_before_it_was_merged_it_had_its_own_name_alone(board, committees):
    assert board.name_on(FIRST_DAY, Line.STATE) == "Ban Tổ chức – Nội vụ"
    assert board.superior_on(FIRST_DAY, Line.STATE) == committees[Line.PARTY]
    assert board.seal_on(FIRST_DAY, Line.STATE) is None
    assert board.lines_on(FIRST_DAY) == [Line.STATE]


def test_the_name_of_a_list_is_still_asked_once(board, django_assert_num_queries):
    listed = list(Organization.objects.on(TODAY).with_names(TODAY))

    with django_assert_num_queries(0):
        assert "Ban Tổ chức – Nội vụ" in {each.name_on(TODAY) for each in listed}
