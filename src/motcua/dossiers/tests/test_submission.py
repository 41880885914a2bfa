"""From a draft to a dossier: once, whole, or not at all."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from motcua.dossiers import exceptions, places
from motcua.dossiers.models import CodeCounter, Dossier
from motcua.dossiers.signals import dossier_moving
from motcua.dossiers.tests.factories import (
    FOREVER,
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
    officer,
    pdf,
)
from motcua.dossiers.workflow import State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, Organization, Succession
from motcua.organizations.tests.factories import UnitFactory
from motcua.periods.models import since


@pytest.fixture
def draft(office):
    return DraftFactory(organization=office, data={"note": "Xin cấp."})


@pytest.fixture
def by(draft):
    return Acting.citizen(draft.person)


def test_submitting_makes_a_registered_dossier(draft, by):
    dossier = draft.submit(by=by)

    assert dossier.state == State.REGISTERED
    assert dossier.applicant == draft.person
    assert dossier.code.startswith("H49.61-")
    assert dossier.due_current is None
    assert dossier.events.get().verb == "submit"


def test_papers_move_along_by_reference(draft, by):
    paper = draft.attach(pdf(), name="chung-sinh.pdf")

    dossier = draft.submit(by=by)

    assert dossier.papers().get() == paper
    assert paper.file.attachments.count() == 1


@pytest.mark.parametrize("times", [2, 5])
def test_pressing_again_gives_the_same_dossier(draft, by, times):
    made = {draft.submit(by=by) for _ in range(times)}

    assert len(made) == 1
    assert CodeCounter.objects.get().last == 1


def test_the_counter_receives_where_there_is_one(draft, by, monkeypatch):
    counter = OrganizationFactory(identifier="H49.61.01", kind=Organization.Kind.COUNTER)
    monkeypatch.setattr(Organization, "counter_on", lambda self, day: counter)

    dossier = draft.submit(by=by)

    assert (dossier.counter, dossier.organization) == (counter, draft.organization)


def test_the_legal_day_turns_at_five_in_the_afternoon_utc(office, time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 16, 59, 59, tzinfo=UTC), tick=False)
    before = DraftFactory(organization=office)
    today = before.submit(by=Acting.citizen(before.person))

    time_machine.move_to(datetime(2026, 11, 25, 17, 0, tzinfo=UTC), tick=False)
    after = DraftFactory(organization=office)
    tomorrow = after.submit(by=Acting.citizen(after.person))

    assert today.code == "H49.61-261125-0001"
    assert tomorrow.code == "H49.61-261126-0001"


def test_a_stranger_cannot_submit_my_draft(draft):
    with pytest.raises(exceptions.NotYourMove):
        draft.submit(by=Acting.citizen(PersonFactory()))


def test_the_hat_is_taken_off_to_submit(draft, office):
    with pytest.raises(exceptions.NotYourMove):
        draft.submit(by=officer(office, Duty.RECEIVE, person=draft.person))


@pytest.mark.parametrize("missing", [{"organization": None}, {"contact_name": " "}], ids=str)
def test_an_incomplete_draft_is_not_submitted(missing, calendar):
    draft = DraftFactory(**missing)

    with pytest.raises(exceptions.DraftIncomplete):
        draft.submit(by=Acting.citizen(draft.person))


def test_a_closed_office_takes_nothing(calendar):
    closed = OrganizationFactory(valid_during=since(date(2020, 1, 1), date(2021, 1, 1)))
    draft = DraftFactory(organization=closed)

    with pytest.raises(exceptions.OfficeClosed):
        draft.submit(by=Acting.citizen(draft.person))


@pytest.fixture
def ended(calendar):
    """Chosen in a draft, and closed since."""
    old = OrganizationFactory(full_name="UBND phường Cũ")
    days = since(date(2020, 1, 1), date(2025, 7, 1))
    old.names.update(valid_during=days)
    Organization.objects.filter(pk=old.pk).update(valid_during=days)
    old.refresh_from_db()
    return old


def passes(old, new, **facts):
    return Succession.objects.create(
        old=old, new=new, day=date(2025, 7, 1), kind="absorb", legal_basis="Nghị quyết 9", **facts
    )


def test_what_was_chosen_before_it_closed_arrives_at_its_heir_in_time(ended, office, by, draft):
    passes(ended, office, is_default=True)
    draft = DraftFactory(organization=ended, person=draft.person)

    dossier = draft.submit(by=by)

    event = dossier.events.get()
    assert dossier.organization == office
    assert dossier.code.startswith("H49.61-")
    assert event.at == dossier.submitted_at
    assert event.why_here.startswith("Gửi đến UBND phường Cũ. Từ ngày 01/07/2025")


def test_it_arrives_where_the_applicant_lives(ended, office, by, draft):
    home = UnitFactory(named="Hà Tu", valid_during=FOREVER)
    other = OrganizationFactory(unit=home)
    passes(ended, office, is_default=True)
    passes(ended, other, unit=home)
    draft = DraftFactory(
        organization=ended, person=draft.person, contact_address="Khu 2, phường Hà Tu"
    )

    dossier = draft.submit(by=by)

    assert dossier.organization == other
    assert dossier.events.get().payload["wrong_door"]["unsure"] is False


def test_a_heir_that_does_not_decide_the_procedure_takes_nothing(ended, by, draft):
    passes(ended, OrganizationFactory(kind=Organization.Kind.DEPARTMENT), is_default=True)
    draft = DraftFactory(organization=ended, person=draft.person)

    with pytest.raises(exceptions.OfficeClosed):
        draft.submit(by=by)


def test_an_office_that_does_not_decide_the_procedure_takes_nothing(calendar):
    department = OrganizationFactory(kind=Organization.Kind.DEPARTMENT)
    draft = DraftFactory(organization=department)

    with pytest.raises(exceptions.OfficeClosed):
        draft.submit(by=Acting.citizen(draft.person))


def test_rules_of_yesterday_take_nothing(office):
    ended = VersionFactory(valid_during=since(date(2020, 1, 1), date(2021, 1, 1)))
    draft = DraftFactory(organization=office, version=ended)

    with pytest.raises(exceptions.ProcedureChanged):
        draft.submit(by=Acting.citizen(draft.person))


def test_a_failure_inside_leaves_nothing_and_no_gap(draft, by):
    def refuses(**_facts):
        raise RuntimeError

    dossier_moving.connect(refuses)
    with pytest.raises(RuntimeError):
        draft.submit(by=by)
    dossier_moving.disconnect(refuses)

    assert not Dossier.objects.exists()
    assert draft.submit(by=by).code.endswith("-0001")


def test_nothing_is_attached_to_a_draft_that_became_a_dossier(draft, by):
    draft.submit(by=by)

    with pytest.raises(exceptions.TooLate):
        draft.attach(pdf(), name="muộn.pdf")


def test_what_was_given_proves_that_one_knows_it(office):
    person = PersonFactory(phone="0912 345 678", personal_number="022099001234")
    draft = DraftFactory(organization=office, person=person)

    dossier = draft.submit(by=Acting.citizen(person))

    assert dossier.is_known_by("5678")
    assert dossier.is_known_by("1234")
    assert not dossier.is_known_by("0000")
    assert not dossier.is_known_by("")


def test_the_answers_are_sealed_at_rest(draft, by, django_assert_num_queries):
    dossier = draft.submit(by=by)

    raw = Dossier.objects.extra(select={"raw": "encode(data, 'escape')"}).get(pk=dossier.pk).raw
    assert "Xin" not in raw


@pytest.fixture
def wards(db):
    """Two of one name and one of another, and an office that serves the first."""
    names = ("Bãi Cháy", "Bãi Cháy", "Hồng Gai")
    here, namesake, other = [UnitFactory(named=name, valid_during=FOREVER) for name in names]
    return SimpleNamespace(
        here=here, namesake=namesake, other=other, office=OrganizationFactory(unit=here)
    )


def test_where_the_applicant_lives_is_kept_with_the_dossier(wards, calendar):
    draft = DraftFactory(organization=wards.office, contact_address="Tổ 5, khu 2, phường Hồng Gai")

    dossier = draft.submit(by=Acting.citizen(draft.person))

    assert (dossier.place, dossier.locality) == (wards.other, "to 5 khu 2")


@pytest.mark.parametrize("address", ["", "Tổ 5, khu 2", "phường Bãi Cháy"])
def test_who_names_no_single_commune_lives_where_the_office_serves(wards, address):
    assert places.home(address, wards.office, date(2026, 11, 20)).unit == wards.here


def test_of_an_address_that_may_mean_two_places_nobody_knows_in_the_province(wards):
    far = OrganizationFactory(tier=Organization.Tier.PROVINCE, kind="department")

    assert places.home("phường Bãi Cháy", far, date(2026, 11, 20)).unit is None
    assert places.home("", far, date(2026, 11, 20)).unit is None
