"""What each hand can do to a dossier, and what is remembered of it."""

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers import exceptions
from motcua.dossiers.models import Dossier, Event
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


# --- Receiving -------------------------------------------------------------------


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


def test_without_a_readable_limit_the_clerk_states_the_date_and_why(
    office, applicant, people, time_machine
):
    time_machine.move_to(at("2026-11-20 09:00"))
    dossier = DossierFactory(
        organization=office, applicant=applicant.person, version=VersionFactory(limit=None)
    )

    with pytest.raises(exceptions.DueDateMissing):
        dossier.receive(by=people.clerk)
    with pytest.raises(exceptions.ReasonMissing):
        dossier.receive(by=people.clerk, due_at=at("2026-12-04 17:00"))
    with pytest.raises(exceptions.DueDateInThePast):
        dossier.receive(by=people.clerk, due_at=at("2020-01-05 17:00"), reason="Theo văn bản.")
    with pytest.raises(exceptions.DueDateTooFar):
        dossier.receive(by=people.clerk, due_at=at("9999-12-31 17:00"), reason="Theo văn bản.")
    with pytest.raises(exceptions.DueDateOnADayOff):
        dossier.receive(by=people.clerk, due_at=at("2026-11-24 17:00"), reason="Theo văn bản.")
    dossier.receive(by=people.clerk, due_at=at("2026-12-04 17:00"), reason="Theo văn bản.")

    assert dossier.due_current == at("2026-12-04 17:00")


def test_a_readable_limit_is_not_overruled_by_the_clerk(registered, people):
    registered.receive(by=people.clerk, due_at=at("2099-01-05 17:00"))

    assert registered.due_current < at("2099-01-01 00:00")


# --- Right moment ----------------------------------------------------------------


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


# --- The result ------------------------------------------------------------------


def test_the_result_is_the_applicants_only_once_handed_over(in_process, people):
    in_process.finish(by=people.approver, result=pdf(), name="Giấy khai sinh.pdf")
    assert not in_process.result_is_handed_over

    in_process.hand_over(by=people.clerk)

    assert in_process.result_is_handed_over
    assert in_process.results.get().name == "Giấy khai sinh.pdf"


# --- History ---------------------------------------------------------------------


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
