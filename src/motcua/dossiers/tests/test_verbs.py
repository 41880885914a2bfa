"""What each hand can do to a dossier, and what is remembered of it."""

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers import exceptions, workflow
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moved, dossier_moving
from motcua.dossiers.tests.factories import (
    DossierFactory,
    VersionFactory,
    at,
    officer,
    pdf,
)
from motcua.dossiers.workflow import State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty

ITEMS = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ, không đọc được số."}]


def ask(dossier, by, reason="Thiếu giấy tờ."):
    return dossier.request_supplement(by=by, items=ITEMS, reason=reason)


# --- Receiving ----------------------------------------------------------------


def test_receiving_starts_the_clock(registered, people, time_machine):
    time_machine.move_to(at("2026-11-20 09:00"), tick=False)
    registered.submitted_at = at("2026-11-19 20:00")
    registered.save()

    registered.receive(by=people.clerk)

    registered.refresh_from_db()
    assert registered.received_at == at("2026-11-20 09:00")
    # 5 working days; 24/11 is the day of Vietnamese culture (domain.md §3.3)
    assert registered.due_original == registered.due_current == at("2026-11-30 17:00")


def test_a_registered_dossier_has_no_due_date(registered):
    assert registered.due_original is None
    assert registered.due_current is None


def test_receiving_keeps_the_days_of_the_due_date(registered, people, time_machine):
    time_machine.move_to(at("2026-11-20 09:00"), tick=False)
    Dossier.objects.filter(pk=registered.pk).update(submitted_at=at("2026-11-19 20:00"))

    event = registered.receive(by=people.clerk)

    days = {day: counted for day, counted, _why, _name in event.payload["due"]["days"]}
    assert days["2026-11-23"] == 1
    assert days["2026-11-24"] is None
    assert days["2026-11-30"] == 5


def test_without_a_readable_limit_the_clerk_states_the_date_and_why(office, applicant, people):
    dossier = DossierFactory(
        organization=office, applicant=applicant.person, version=VersionFactory(limit=None)
    )

    with pytest.raises(exceptions.DueDateMissing):
        dossier.receive(by=people.clerk)
    with pytest.raises(exceptions.ReasonMissing):
        dossier.receive(by=people.clerk, due_at=at("2099-01-05 17:00"))
    with pytest.raises(exceptions.DueDateInThePast):
        dossier.receive(by=people.clerk, due_at=at("2020-01-05 17:00"), reason="Theo văn bản.")
    dossier.receive(by=people.clerk, due_at=at("2099-01-05 17:00"), reason="Theo văn bản.")

    assert dossier.due_current == at("2099-01-05 17:00")


def test_a_readable_limit_is_not_overruled_by_the_clerk(registered, people):
    registered.receive(by=people.clerk, due_at=at("2099-01-05 17:00"))

    assert registered.due_current < at("2099-01-01 00:00")


# --- Who may ------------------------------------------------------------------


@pytest.mark.parametrize("who", ["handler", "approver", "stranger", "citizen"])
def test_only_the_counter_receives(registered, people, who):
    with pytest.raises(exceptions.NotYourMove):
        registered.receive(by=getattr(people, who))


@pytest.mark.parametrize("who", ["clerk", "handler", "stranger", "citizen"])
def test_only_the_approver_finishes(in_process, people, who):
    with pytest.raises(exceptions.NotYourMove):
        in_process.finish(by=getattr(people, who), result=pdf())


def test_the_machine_has_no_move(in_process, calendar):
    with pytest.raises(exceptions.NotYourMove):
        in_process.stop(by=Acting.machine(), reason="Hết hạn.")


def test_a_stranger_cannot_withdraw(registered, people):
    with pytest.raises(exceptions.NotYourMove):
        registered.withdraw(by=people.citizen)


@pytest.mark.parametrize("duty", list(Duty))
def test_nobody_acts_as_an_officer_on_their_own_dossier(office, applicant, duty):
    dossier = DossierFactory(organization=office, applicant=applicant.person, in_process=True)
    same_human = officer(office, duty, person=applicant.person)

    assert dossier.moves_for(same_human) == []
    for move in workflow.MOVES:
        with pytest.raises(exceptions.NotYourMove):
            dossier.role_of(same_human, move)


def test_ones_own_dossier_is_not_withdrawn_with_the_hat_on(office, applicant):
    dossier = DossierFactory(organization=office, applicant=applicant.person)
    same_human = officer(office, Duty.RECEIVE, person=applicant.person)

    with pytest.raises(exceptions.NotYourMove):
        dossier.withdraw(by=same_human)
    dossier.withdraw(by=Acting.citizen(applicant.person))

    assert dossier.state == State.WITHDRAWN


# --- One human, one duty ------------------------------------------------------


def test_who_received_does_not_decide_in_another_post(registered, people, office):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    same_human = officer(office, Duty.DECIDE, person=people.clerk.person)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=same_human, result=pdf())

    assert workflow.FINISH not in registered.moves_for(same_human)


def test_who_received_does_not_appraise_in_another_post(registered, people, office):
    registered.receive(by=people.clerk)
    same_human = officer(office, Duty.APPRAISE, person=people.clerk.person)

    with pytest.raises(exceptions.SameHands):
        registered.take_up(by=same_human)


def test_who_appraised_does_not_decide_with_a_post_of_all_duties(registered, people, office):
    everything = officer(office, *Duty)
    registered.receive(by=people.clerk)
    registered.take_up(by=everything)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=everything, result=pdf())


def test_who_received_may_return_it(registered, people):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    registered.finish(by=people.approver, result=pdf())

    registered.hand_over(by=people.clerk)

    assert registered.state == State.RETURNED


# --- Right moment -------------------------------------------------------------


def test_the_second_of_two_officers_is_too_late(in_process, people):
    same_dossier_elsewhere = Dossier.objects.get(pk=in_process.pk)
    in_process.stop(by=people.handler, reason="Không đủ điều kiện.")

    with pytest.raises(exceptions.TooLate):
        same_dossier_elsewhere.finish(by=people.approver, result=pdf())

    assert in_process.events.count() == 1
    assert in_process.results.count() == 0


def test_a_page_from_before_the_supplement_is_too_late(in_process, people, applicant):
    seen = in_process.revision
    ask(in_process, people.handler)
    in_process.supplement(by=applicant, note="Đã sửa.")
    in_process.take_up(by=people.handler)

    with pytest.raises(exceptions.TooLate):
        in_process.as_seen(seen).finish(by=people.approver, result=pdf())


def test_a_refusal_needs_a_reason(registered, people):
    with pytest.raises(exceptions.ReasonMissing):
        registered.refuse(by=people.clerk, reason=" ")

    assert registered.events.count() == 0


def test_stopping_needs_a_reason(in_process, people):
    with pytest.raises(exceptions.ReasonMissing):
        in_process.stop(by=people.handler, reason="")


def test_finishing_needs_a_result(in_process, people):
    with pytest.raises(exceptions.ResultMissing):
        in_process.finish(by=people.approver, result=None)


# --- Supplements --------------------------------------------------------------


def test_a_request_lists_what_is_asked_for(in_process, people):
    event = ask(in_process, people.handler)

    assert event.payload["items"] == ITEMS
    assert in_process.latest_request() == event


def test_a_request_for_nothing_is_refused(in_process, people):
    with pytest.raises(exceptions.ItemsMissing):
        in_process.request_supplement(by=people.handler, items=[], reason="Thiếu.")


def test_every_paper_that_is_asked_for_has_its_reason(in_process, people):
    with pytest.raises(exceptions.ReasonMissing):
        in_process.request_supplement(
            by=people.handler, items=[{"component": None, "name": "Tờ khai", "reason": " "}]
        )


def test_a_second_request_is_the_approvers(in_process, people, applicant):
    ask(in_process, people.handler)
    in_process.supplement(by=applicant, note="Đã sửa.")

    with pytest.raises(exceptions.AlreadyRequested):
        ask(in_process, people.handler)
    with pytest.raises(exceptions.ReasonMissing):
        ask(in_process, people.approver, reason="")
    ask(in_process, people.approver, reason="Phát hiện giấy tờ giả.")

    assert in_process.state == State.SUPPLEMENT_REQUESTED


def test_a_second_request_is_not_offered_to_the_handler(in_process, people, applicant):
    ask(in_process, people.handler)
    in_process.supplement(by=applicant, note="Đã sửa.")

    assert workflow.REQUEST_SUPPLEMENT not in in_process.moves_for(people.handler)
    assert workflow.REQUEST_SUPPLEMENT in in_process.moves_for(people.approver)


def test_a_supplement_before_receipt_goes_back_to_the_check(registered, people, applicant):
    ask(registered, people.clerk)

    registered.supplement(by=applicant, note="Đã sửa.")

    assert registered.state == State.REGISTERED
    assert registered.due_current is None


def test_after_receipt_the_clock_restarts_from_zero(registered, people, applicant, time_machine):
    Dossier.objects.filter(pk=registered.pk).update(submitted_at=at("2026-11-01 20:00"))
    time_machine.move_to(at("2026-11-02 09:00"), tick=False)
    registered.receive(by=people.clerk)
    time_machine.move_to(at("2026-11-05 09:00"), tick=False)
    ask(registered, people.handler)

    time_machine.move_to(at("2026-11-12 09:00"), tick=False)
    registered.supplement(by=applicant, note="Đã sửa.")

    assert registered.state == State.RECEIVED
    assert registered.due_original == at("2026-11-09 17:00")
    assert registered.due_current == at("2026-11-19 17:00")


def test_where_the_procedure_resumes_only_the_waiting_is_taken_out(
    office, applicant, people, time_machine
):
    version = VersionFactory(supplement_policy="resume")
    time_machine.move_to(at("2026-11-02 09:00"), tick=False)
    dossier = DossierFactory(organization=office, applicant=applicant.person, version=version)
    dossier.receive(by=people.clerk)
    dossier.take_up(by=people.handler)
    time_machine.move_to(at("2026-11-05 09:00"), tick=False)
    ask(dossier, people.handler)

    time_machine.move_to(at("2026-11-12 09:00"), tick=False)
    dossier.supplement(by=applicant, note="Đã sửa.")

    assert dossier.state == State.IN_PROCESS
    assert dossier.due_current == at("2026-11-16 17:00")


def test_a_stated_date_moves_by_the_waiting(office, applicant, people, time_machine):
    time_machine.move_to(at("2026-11-02 09:00"), tick=False)
    dossier = DossierFactory(
        organization=office, applicant=applicant.person, version=VersionFactory(limit=None)
    )
    dossier.receive(by=people.clerk, due_at=at("2026-11-10 17:00"), reason="Theo văn bản.")
    time_machine.move_to(at("2026-11-05 09:00"), tick=False)
    ask(dossier, people.handler)

    time_machine.move_to(at("2026-11-06 09:00"), tick=False)
    dossier.supplement(by=applicant, note="Đã sửa.")

    assert dossier.due_current == at("2026-11-11 17:00")


def test_a_supplement_hands_in_what_was_prepared(registered, people, applicant):
    ask(registered, people.clerk)
    registered.attach(pdf("mới"), name="chung-sinh.pdf", by=applicant)

    event = registered.supplement(by=applicant)

    assert registered.papers().get().event == event


def test_an_empty_supplement_is_refused(registered, people, applicant):
    ask(registered, people.clerk)

    with pytest.raises(exceptions.SupplementEmpty):
        registered.supplement(by=applicant)

    registered.refresh_from_db()
    assert registered.state == State.SUPPLEMENT_REQUESTED


def test_papers_are_prepared_only_when_asked_for(registered, applicant, people):
    with pytest.raises(exceptions.TooLate):
        registered.attach(pdf(), name="a.pdf", by=applicant)
    with pytest.raises(exceptions.NotYourMove):
        registered.attach(pdf(), name="a.pdf", by=people.clerk)


# --- The result ---------------------------------------------------------------


def test_the_result_is_the_applicants_only_once_handed_over(in_process, people):
    in_process.finish(by=people.approver, result=pdf(), name="Giấy khai sinh.pdf")
    assert not in_process.result_is_handed_over

    in_process.hand_over(by=people.clerk)

    assert in_process.result_is_handed_over
    assert in_process.results.get().name == "Giấy khai sinh.pdf"


# --- History ------------------------------------------------------------------


def test_a_move_is_remembered_with_person_post_and_reason(registered, people):
    registered.refuse(by=people.clerk, reason="Không thuộc thẩm quyền.")

    event = registered.events.get()
    assert (event.verb, event.person, event.post) == (
        "refuse",
        people.clerk.person,
        people.clerk.post,
    )
    assert (event.role, event.state) == ("clerk", State.NOT_RECEIVED)
    assert event.reason == "Không thuộc thẩm quyền."


@pytest.mark.parametrize("rewrite", ["update", "delete"])
def test_the_database_refuses_to_rewrite_history(registered, people, rewrite):
    registered.receive(by=people.clerk)
    events = Event.objects.filter(dossier=registered)

    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        events.update(reason="Khác.") if rewrite == "update" else events._raw_delete("default")


def test_the_database_refuses_to_forget_who_looked(registered, people):
    registered.note_reading(by=people.clerk, what="page")

    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        registered.readings.all().delete()


@pytest.mark.parametrize(
    "wrong",
    [{"state": 11}, {"state": State.RECEIVED}, {"state": State.FINISHED}, {"finished_at": "now"}],
    ids=str,
)
def test_the_database_refuses_dates_that_contradict_the_status(registered, wrong):
    if "finished_at" in wrong:
        wrong = {"finished_at": registered.submitted_at}

    with pytest.raises(DatabaseError), transaction.atomic():
        Dossier.objects.filter(pk=registered.pk).update(**wrong)


# --- Announcements ------------------------------------------------------------


class Broken(Exception):
    """What a receiver of a test throws."""


@pytest.fixture
def broken_receiver():
    def receiver(**_facts):
        raise Broken

    yield receiver
    dossier_moving.disconnect(receiver)
    dossier_moved.disconnect(receiver)


def test_what_fails_inside_rolls_the_move_back(registered, people, broken_receiver):
    dossier_moving.connect(broken_receiver)

    with pytest.raises(Broken):
        registered.receive(by=people.clerk)

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED
    assert registered.events.count() == 0


def test_what_fails_after_commit_undoes_nothing(
    registered, people, broken_receiver, django_capture_on_commit_callbacks
):
    dossier_moved.connect(broken_receiver)

    with django_capture_on_commit_callbacks(execute=True):
        registered.receive(by=people.clerk)

    registered.refresh_from_db()
    assert registered.state == State.RECEIVED


def test_nobody_hears_of_a_move_that_was_rolled_back(
    registered, people, django_capture_on_commit_callbacks
):
    heard = []

    def receiver(event, **_facts):
        heard.append(event)

    dossier_moved.connect(receiver)
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(Broken),
        transaction.atomic(),
    ):
        registered.receive(by=people.clerk)
        raise Broken
    dossier_moved.disconnect(receiver)

    assert heard == []
