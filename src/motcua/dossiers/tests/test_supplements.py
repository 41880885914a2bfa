"""Asking for papers and answering: once, fully, and what it does to the clock."""

import pytest

from motcua.dossiers import exceptions, workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import (
    DossierFactory,
    VersionFactory,
    at,
    pdf,
)
from motcua.dossiers.workflow import State

ITEMS = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ, không đọc được số."}]


def ask(dossier, by, reason="Thiếu giấy tờ."):
    return dossier.request_supplement(by=by, items=ITEMS, reason=reason)


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
