"""Do the plans of the demo's apparatus add up, before anything is written?"""

from collections import Counter

import pytest

from motcua.demo import apparatus, other_lines
from motcua.demo.apparatus import Commune
from motcua.demo.fields import FIELDS
from motcua.demo.former_tiers import FormerTiers
from motcua.organizations.models import IDENTIFIER_LENGTH, ChangeKind, Organization
from motcua.territory import crosswalk
from motcua.territory.tiers import Tier


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
    plan = [*state, *others, *former.agencies()]

    seen = set()
    for agency in plan:
        assert agency.identifier not in seen
        assert not agency.parent or agency.parent in seen
        assert len(agency.identifier) <= IDENTIFIER_LENGTH
        seen.add(agency.identifier)


def test_the_eve_had_13_districts_and_171_communes(former):
    tiers = Counter(agency.tier for agency in former.agencies())

    assert tiers == {Tier.DISTRICT: 13, Tier.COMMUNE: 171}


def test_each_former_committee_has_one_default_heir(former):
    heirs = list(former.heirs())

    defaults = Counter(heir.old for heir in heirs if heir.is_default)
    assert set(defaults) == {agency.identifier for agency in former.agencies()}
    assert set(defaults.values()) == {1}


def test_a_divided_commune_names_the_place_of_each_heir(former):
    heirs = Counter(heir.old for heir in former.heirs())

    divided = {heir.old for heir in former.heirs() if heir.kind == ChangeKind.DIVIDE}
    assert len(divided) == 12
    assert all(heir.place for heir in former.heirs() if heirs[heir.old] > 1)


def test_a_district_that_became_a_special_zone_moved_to_another_tier(former):
    moved = {heir.new for heir in former.heirs() if heir.kind == ChangeKind.MOVE_TIER}

    assert moved == {"H49.94", "H49.109"}  # Vân Đồn, Cô Tô


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
