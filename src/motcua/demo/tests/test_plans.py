"""Do the plans of the demo's apparatus add up, before anything is written?"""

from collections import Counter

import pytest

from motcua.demo import apparatus, former_departments, other_lines
from motcua.demo.apparatus import Commune
from motcua.demo.fields import FIELDS
from motcua.demo.former_tiers import FormerTiers
from motcua.organizations.models import IDENTIFIER_LENGTH, ChangeKind, Organization
from motcua.territory import crosswalk
from motcua.territory.tiers import Tier

TIERS = {Tier.DISTRICT: 13, Tier.COMMUNE: 171}


@pytest.fixture(scope="module")
def map_of_then_and_now():
    return crosswalk.read()


@pytest.fixture(scope="module")
def communes(map_of_then_and_now):
    after = map_of_then_and_now.after.values()
    return tuple(Commune(p.code, f"{p.kind} {p.name}") for p in after if p.within == "22")


@pytest.fixture(scope="module")
def former(map_of_then_and_now, communes):
    return FormerTiers(map_of_then_and_now, communes)


def test_no_identifier_is_given_twice_and_parents_come_first(former, communes):
    state, others = apparatus.agencies(communes), other_lines.agencies(communes)
    plan = [*state, *others, *former_departments.agencies(), *former.agencies()]

    seen = set()
    for agency in plan:
        assert agency.identifier not in seen
        assert not agency.parent or agency.parent in seen
        assert len(agency.identifier) <= IDENTIFIER_LENGTH
        seen.add(agency.identifier)


def test_the_eve_had_13_districts_and_171_communes(former):
    bodies = Counter((each.identifier[0], each.tier) for each in former.agencies())

    assert bodies == {(line, tier): n for line in "HDT" for tier, n in TIERS.items()}


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("H49.17", "Ủy ban nhân dân thành phố Hạ Long"),
        ("D49.17", "Thành ủy Hạ Long"),
        ("D49.29", "Huyện ủy Cô Tô"),
        ("T49.17", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hạ Long"),
    ],
)
def test_each_line_calls_a_district_in_its_way(former, identifier, name):
    names = {each.identifier: each.names[0].full_name for each in former.agencies()}

    assert names[identifier] == name


def test_two_merged_into_each_new_department(communes):
    there = {each.identifier for each in apparatus.agencies(communes) if not each.until}
    there |= {each.identifier for each in other_lines.agencies(communes)}

    into = Counter(each.new for each in former_departments.heirs())

    assert set(into.values()) == {2}
    assert set(into) <= there
    assert len(into) == len(apparatus.NEW_IN_2025) + 1  # and one board of the Party


def test_each_former_committee_has_one_default_heir(former):
    heirs = list(former.heirs())

    defaults = Counter(heir.old for heir in heirs if heir.is_default)
    assert set(defaults) == {agency.identifier for agency in former.agencies()}
    assert set(defaults.values()) == {1}


def test_a_divided_commune_names_the_place_of_each_heir(former):
    heirs = Counter(heir.old for heir in former.heirs())

    divided = {heir.old for heir in former.heirs() if heir.kind == ChangeKind.DIVIDE}
    assert len(divided) == 3 * 12
    assert all(heir.place for heir in former.heirs() if heirs[heir.old] > 1)


def test_a_district_that_became_a_special_zone_moved_to_another_tier(former):
    moved = {heir.new for heir in former.heirs() if heir.kind == ChangeKind.MOVE_TIER}

    assert moved == {f"{line}49.{place}" for line in "HDT" for place in (94, 109)}
    # Vân Đồn, Cô Tô


def test_merged_bodies_answer_in_two_lines(communes):
    hats = Counter(hat.identifier for hat in other_lines.hats(communes))
    merged = {
        agency.identifier
        for agency in other_lines.agencies(communes)
        if agency.kind == Organization.Kind.MERGED_BODY
    }

    assert hats == dict.fromkeys(merged, 2)


def test_every_field_has_a_department_that_exists():
    assert {field.department for field in FIELDS} <= set(apparatus.DEPARTMENTS)
    assert len({field.code for field in FIELDS}) == len(FIELDS)
