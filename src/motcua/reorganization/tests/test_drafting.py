"""A map changes: two provinces become one, a district ends, and a divided commune with it."""

import io
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from motcua.organizations.acting import Acting
from motcua.organizations.models import Jurisdiction, Organization
from motcua.organizations.tests.factories import FOREVER, OrganizationFactory, UnitFactory
from motcua.periods.models import since
from motcua.reorganization import actions
from motcua.reorganization.drafting.scenery import Scenery
from motcua.reorganization.drafting.writing import Drafting
from motcua.reorganization.files.words import Heading
from motcua.reorganization.files.writing import as_yaml
from motcua.reorganization.models import Plan
from motcua.territory.models import Containment, Succession, Unit

pytestmark = pytest.mark.django_db

Kind, Tier = Organization.Kind, Organization.Tier
DAY = date(2026, 12, 1)
OLD, NEW = since(FOREVER.lower, DAY), since(DAY)
HEADING = Heading("7/NQ", date(2026, 11, 1), "Quốc hội", "Sắp xếp", DAY)


def place(tier, code, name, *, during, inside=None):
    return UnitFactory(tier=tier, code=code, named=name, valid_during=during, inside=inside)


@pytest.fixture
def country():
    """Communes a, b and c of a district: a and a part of b become x, the rest of b and c y."""
    stays = place(1, "22", "Đông", during=OLD)
    joins = place(1, "24", "Tây", during=OLD)
    whole = place(1, "22", "Đông Tây", during=NEW)
    district = place(2, "195", "Hải", during=OLD, inside=joins)
    a, b, c = (
        place(3, code, name, during=OLD, inside=district)
        for code, name in (("06001", "A"), ("06002", "B"), ("06003", "C"))
    )
    x = place(3, "07001", "X", during=NEW, inside=whole)
    y = place(3, "07002", "Y", during=NEW, inside=whole)
    kept = place(3, "06009", "Kế", during=FOREVER)
    Containment.objects.create(unit=kept, parent=joins, valid_during=OLD)
    Containment.objects.create(unit=kept, parent=whole, valid_during=NEW)
    pairs = [(stays, whole), (joins, whole), (a, x), (b, x), (b, y), (c, y)]
    for old, new in [*pairs, (district, x), (district, y)]:
        divided = old in (b, district)
        Succession.objects.create(old=old, new=new, day=DAY, divided=divided, legal_basis="NQ")
    return SimpleNamespace(**locals())


def governed(identifier, kind, tier, unit, *, under=None):
    made = OrganizationFactory(
        identifier=identifier,
        kind=kind,
        tier=tier,
        under=under,
        named=f"Ủy ban nhân dân {unit.name}",
    )
    Jurisdiction.objects.create(organization=made, unit=unit, valid_during=unit.valid_during)
    return made


@pytest.fixture
def apparatus(country):
    """A committee each, and a counter at each of the two lower tiers."""
    governed("H22", Kind.PEOPLES_COMMITTEE, Tier.PROVINCE, country.stays)
    west = governed("H24", Kind.PEOPLES_COMMITTEE, Tier.PROVINCE, country.joins)
    lower = {"H24.5": ("district", Kind.DISTRICT_COMMITTEE, Tier.DISTRICT)}
    lower |= {
        f"H24.{n}": (name, Kind.COMMUNE_COMMITTEE, Tier.COMMUNE)
        for n, name in enumerate(("a", "b", "c", "kept"), 1)
    }
    for identifier, (name, kind, tier) in lower.items():
        own = governed(identifier, kind, tier, getattr(country, name), under=west)
        OrganizationFactory(identifier=f"{identifier}.01", kind=Kind.COUNTER, tier=tier, under=own)


@pytest.fixture
def words(apparatus):
    return Drafting(Scenery(DAY)).words(HEADING)


def shares(change):
    return [(s.original, s.resulting, s.unit, s.default) for s in change.shares]


def test_committees_of_new_communes_are_founded_under_who_governs_the_province(words):
    said = {body.identifier: body for body in words.organizations}

    assert said["H22.07001"].name == "Ủy ban nhân dân phường X"
    assert said["H22.07001"].parent == "H22"
    assert said["H22.07001.01"].parent == "H22.07001"
    assert said["H22.07001.01"].kind == Kind.COUNTER


def test_one_whose_place_stays_goes_on_under_the_new_province(words):
    (kept,) = (body for body in words.organizations if body.identifier == "H24.4")

    assert not kept.is_founded
    assert kept.parent == "H22"


def test_the_province_whose_code_goes_on_takes_the_other_in(words):
    (absorbed,) = (change for change in words.changes if change.kind == "absorb")

    assert (absorbed.originals, absorbed.resulting) == (["H24"], ["H22"])


def test_several_become_one_and_of_a_divided_one_somebody_takes_the_rest(words):
    joined = {
        change.resulting[0]: change for change in words.changes if change.kind == "consolidate"
    }

    assert joined["H22.07001"].originals == ["H24.1", "H24.2"]
    assert joined["H22.07002"].originals == ["H24.2", "H24.3"]
    assert joined["H22.07001.01"].originals == ["H24.1.01", "H24.2.01"]
    assert shares(joined["H22.07001"]) == [("H24.2", "H22.07001", "", True)]
    assert shares(joined["H22.07002"]) == []


def test_a_districts_work_goes_by_place_and_the_divided_place_waits(words):
    ended = {change.originals[0]: change for change in words.changes if change.kind == "abolish"}

    assert shares(ended["H24.5"]) == [
        ("H24.5", "H22.07001", "", True),
        ("H24.5", "H22.07001", "06001", False),
        ("H24.5", "H22.07002", "06003", False),
    ]
    assert ended["H24.5.01"].resulting == ["H22.07001.01", "H22.07002.01"]


def test_the_draft_is_a_plan_without_a_problem(words):
    plan = actions.enter_words(words, by=Acting.machine())

    assert plan.is_draft
    assert plan.bodies.filter(is_founded=True).count() == 4


def test_however_large_the_country_it_is_read_in_few_questions(
    apparatus, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        Drafting(Scenery(DAY)).words(HEADING)


def test_where_the_map_stays_nothing_is_drafted(apparatus):
    assert Unit.objects.exists()
    assert Drafting(Scenery(date(2026, 11, 20))).words(HEADING).changes == []


def drafted(day):
    said = io.StringIO()
    heading = {"number": "7/NQ", "issuer": "Quốc hội", "title": "Sắp xếp"}
    options = heading | {"decided_on": date(2026, 11, 1), "stdout": said}
    call_command("draft_reorganization", f"{day}", **options)
    return said.getvalue()


def test_the_command_keeps_the_draft_and_writes_it_as_a_file(apparatus):
    said = drafted(DAY)

    plan = Plan.objects.get(number="7/NQ")
    assert plan.is_draft
    assert said == as_yaml(plan)


def test_a_day_on_which_nothing_changes_is_refused_with_a_sentence(apparatus):
    with pytest.raises(CommandError, match="chưa có thay đổi nào"):
        drafted(date(2026, 11, 20))
