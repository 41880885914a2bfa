"""Who gets, leaves and lends a post, and what stays of it?"""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, StaffingPost
from motcua.organizations.tests.factories import (
    FOREVER,
    PersonFactory,
)
from motcua.staffing import actions, exceptions, hands, workflow
from motcua.staffing.models import StaffChange, StaffEvent
from motcua.staffing.opening import NewOfficer
from motcua.staffing.workflow import Role, State

from .conftest import DECISION, FIRST, TODAY, terms

pytestmark = pytest.mark.django_db

AGREED = {
    # verb: who, from where
    "appoint": ({Role.MANAGER}, set()),
    "cover": ({Role.MANAGER}, {State.COMING, State.HELD}),
    "replace": ({Role.MANAGER}, {State.HELD}),
    "end": ({Role.MANAGER}, {State.COMING, State.HELD}),
    "revoke": ({Role.MANAGER}, {State.COMING}),
    "import": ({Role.MANAGER, Role.SYSTEM}, set()),
    "invite": ({Role.MANAGER}, set()),
    "number": ({Role.MANAGER}, set()),
}


def test_the_table_is_as_agreed():
    assert {move.verb: (set(move.roles), set(move.sources)) for move in workflow.MOVES} == AGREED


def fields_of(refused):
    return [problem.field for problem in refused.value.problems]


def test_an_appointment_is_remembered_with_its_decision_and_its_hand(town):
    event = actions.appoint(terms(town.deputy, town.somebody), by=town.manager)

    held = town.deputy.appointments.get()
    change = event.changes.get()
    assert (held.seat, held.valid_during.lower) == (1, FIRST)
    assert held.decision == (
        "Quyết định số 214/QĐ-UBND ngày 20/11/2026 của Chủ tịch UBND thành phố"
    )
    assert (event.person, event.post) == (town.manager.person, town.manager.post)
    assert (change.what, change.holder, change.number) == ("begun", town.somebody, "214/QĐ-UBND")


def test_a_leader_gets_a_public_page(town):
    actions.appoint(terms(town.deputy, town.somebody), by=town.manager)

    assert town.somebody.profile.slug == "nguyen-van-duc"


def test_the_history_is_never_rewritten(town):
    event = actions.appoint(terms(town.deputy, town.somebody), by=town.manager)

    for rows in (StaffEvent.objects.filter(pk=event.pk), event.changes.all()):
        with pytest.raises(IntegrityError, match="appended to"), transaction.atomic():
            rows.update(id=0)
    with pytest.raises(IntegrityError, match="appended to"), transaction.atomic():
        event.changes.all().delete()


def test_who_manages_elsewhere_appoints_nobody_here(town):
    with pytest.raises(exceptions.NotYourMove):
        actions.appoint(terms(town.beyond, PersonFactory()), by=town.manager)

    assert not StaffEvent.objects.exists()


def test_the_machine_imports_and_appoints_nobody(town):
    with pytest.raises(exceptions.NotYourMove):
        actions.appoint(terms(town.deputy, town.somebody), by=Acting.machine())


def test_nobody_appoints_themselves(town):
    with pytest.raises(exceptions.YourOwn):
        actions.appoint(terms(town.deputy, town.manager.person), by=town.manager)

    assert not town.deputy.appointments.exists()


def test_nobody_ends_their_own_post(town):
    StaffingPost.objects.create(
        organization=town.manager.organization, post=town.manager.post, valid_during=FOREVER
    )

    with pytest.raises(exceptions.YourOwn):
        actions.end(town.desk, by=town.manager, last=TODAY, decision=DECISION)


def test_the_same_form_sent_twice_is_one_act(town):
    key = uuid.uuid4()
    actions.appoint(terms(town.deputy, town.somebody), by=town.manager, key=key)

    with pytest.raises(exceptions.DoneBefore):
        actions.appoint(terms(town.deputy, town.somebody), by=town.manager, key=key)

    assert StaffEvent.objects.count() == 1


def test_an_end_is_a_day_and_a_decision(town):
    actions.end(town.chair, by=town.manager, last=date(2026, 12, 31), decision=DECISION)

    assert Appointment.objects.get(pk=town.chair.pk).last_day == date(2026, 12, 31)
    assert StaffChange.objects.get().what == "ended"


def test_the_second_of_two_officers_is_too_late(town):
    same = Appointment.objects.get(pk=town.chair.pk)
    actions.end(town.chair, by=town.manager, last=date(2026, 12, 31), decision=DECISION)

    with pytest.raises(exceptions.TooLate):
        actions.end(same, by=town.manager, last=date(2026, 12, 15), decision=DECISION)


def test_a_replacement_is_one_act_on_one_day(town):
    event = actions.replace(town.chair, terms(town.chair.post, town.somebody), by=town.manager)

    held = town.chair.post.appointments
    assert [each.person for each in held.on(date(2026, 11, 30))] == [town.chair.person]
    assert [each.person for each in held.on(FIRST)] == [town.somebody]
    assert [change.what for change in event.changes.all()] == ["ended", "begun"]


def test_a_replacement_that_fails_ends_nobody(town):
    with pytest.raises(exceptions.TermsRefused) as refused:
        actions.replace(
            town.chair,
            terms(town.chair.post, town.somebody, last=date(2026, 11, 1)),
            by=town.manager,
        )

    assert fields_of(refused) == ["last"]
    assert Appointment.objects.get(pk=town.chair.pk).last_day is None
    assert not StaffEvent.objects.exists()


def test_a_cover_keeps_both_names_and_ends_by_itself(town):
    last = date(2026, 12, 10)
    actions.cover(town.chair, terms(town.chair.post, town.somebody, last=last), by=town.manager)

    cover = Appointment.objects.get(kind="cover")
    assert (cover.covers, cover.last_day, cover.seat) == (town.chair, last, None)
    assert cover.for_whom == "thay Trần Thị Chung trong thời gian vắng mặt"
    assert StaffChange.objects.get().in_place_of == town.chair.person


def test_covers_end_with_who_is_covered(town):
    actions.cover(
        town.chair, terms(town.chair.post, town.somebody, last=date(2026, 12, 20)), by=town.manager
    )

    actions.end(town.chair, by=town.manager, last=date(2026, 12, 10), decision=DECISION)

    assert Appointment.objects.get(kind="cover").last_day == date(2026, 12, 10)


def test_what_has_not_begun_is_revoked_and_stays_in_the_history(town):
    actions.appoint(terms(town.deputy, town.somebody), by=town.manager)

    actions.revoke(town.deputy.appointments.get(), by=town.manager, decision=DECISION)

    assert not town.deputy.appointments.exists()
    assert [each.what for each in StaffChange.objects.all()] == ["begun", "revoked"]


def test_what_has_begun_is_not_revoked(town):
    with pytest.raises(exceptions.TooLate):
        actions.revoke(town.chair, by=town.manager, decision=DECISION)


def test_a_new_officer_gets_an_account_and_no_password(town):
    new = NewOfficer("Lê Thị Mới", "moi.honggai", "moi@motcua.example")

    event = actions.appoint(terms(town.deputy, PersonFactory.build()), by=town.manager, new=new)

    person = town.deputy.appointments.get().person
    assert (person.username, person.has_usable_password()) == ("moi.honggai", False)
    assert [each.what for each in event.changes.all()] == ["account", "begun"]


def test_who_was_a_citizen_before_gets_a_row_that_points_there(town):
    citizen = PersonFactory(full_name="Lê Thị Mới", username="cd-x", email="nha@motcua.example")
    citizen.personal_number = "022199001234"
    citizen.save()
    new = NewOfficer("Lê thị Mới", "moi.honggai", "moi@motcua.example", "022199001234")

    actions.appoint(terms(town.deputy, PersonFactory.build()), by=town.manager, new=new)

    person = town.deputy.appointments.get().person
    assert (person.citizen, person.username) == (citizen, "moi.honggai")
    assert person.email == "moi@motcua.example"
    citizen.refresh_from_db()
    assert (citizen.username, citizen.email) == ("cd-x", "nha@motcua.example")


def test_concurrent_posts_are_listed_and_forbid_nothing(town):
    actions.appoint(terms(town.deputy, town.somebody, kind="concurrent"), by=town.manager)
    both = Appointment.objects.of(town.somebody)

    assert both.concurrent_with(FIRST).count() == 2
    assert both.concurrent_with(TODAY).count() == 0


def test_a_right_reaches_whole_groups_only(town):
    assert hands.houses(town.manager) == [town.commune]
    assert not town.beyond.organization.is_within(town.commune)
