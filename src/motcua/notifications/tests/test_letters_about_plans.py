"""Who is told that a plan was carried out or undone, once, and in which words?"""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.dossiers.tests.factories import DossierFactory, VersionFactory
from motcua.notifications import actions, telling
from motcua.notifications.models import PlanLetter, PlanTelling
from motcua.organizations.acting import Acting
from motcua.organizations.models import Contact, Duty, Organization
from motcua.organizations.tests.factories import FOREVER, PersonFactory
from motcua.periods.clock import VIETNAM
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import tasks, undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Plan
from motcua.reorganization.tests.conftest import (  # noqa: F401  fixtures
    _calendar_read_anew,
    house,
    office,
    officer,
    places,
    planner,
)
from motcua.reorganization.tests.house_stories import MERGER, scheduled

pytestmark = pytest.mark.django_db
DAY_OF_PLAN = datetime(2026, 11, 23, 12, tzinfo=VIETNAM)
NOBODY_INHERITS = (
    MERGER.split("changes:")[0].replace("mới", "")
    + "changes:\n  - {kind: giải thể, originals: [H49.61, H49.61.01]}\n"
)
AWAY = """
plan: {number: 14/NQ-HĐND, decided_on: 2026-11-02, issuer: HĐND, title: Nữa, day: 2026-11-23}
organizations:
  - {identifier: H49.63, name: Ủy ban nhân dân phường Bãi Cháy mới}
changes:
  - {kind: sáp nhập, originals: [H49.64], resulting: [H49.63]}
"""


@pytest.fixture
def town(house, planner):  # noqa: F811
    """Two applicants, one of them without an address, and officers of both offices."""
    made = SimpleNamespace(house=house, planner=planner, version=VersionFactory())
    made.binh = PersonFactory()
    made.first = dossier(made, made.binh, "binh@example.vn", code="H49.61-261101-0001")
    made.head = officer(house.a, Duty.DECIDE, title="Chủ tịch")
    made.head.person.be_reached_at(email="chutich@example.vn", phone="")
    made.other_head = officer(house.b, Duty.DECIDE, title="Chủ tịch")
    made.other_head.person.be_reached_at(email="honggai@example.vn", phone="")
    officer(house.a_counter, Duty.RECEIVE, title="Công chức một cửa")
    officer(house.b_counter, Duty.RECEIVE, title="Công chức một cửa")
    Contact.objects.create(
        organization=house.b,
        address="1 Lê Thánh Tông",
        phone="0203 3825 111",
        valid_during=FOREVER,
    )
    return made


def dossier(town, applicant, email, **facts):
    here = {"organization": town.house.a, "counter": town.house.a_counter}
    return DossierFactory(
        **(here | {"applicant": applicant, "email": email, "version": town.version} | facts)
    )


def carried_out(town, text=MERGER):
    return carry_out(scheduled(text, town.planner), by=Acting.machine())


def undone(event, town):
    plan = Plan.objects.get(pk=event.plan_id)
    return undoing.undo(plan, by=town.planner, reason="Quyết định bị thu hồi.")


def tell(event, sending=True):
    """As the worker does, every job twice."""
    for _twice in range(2):
        telling.tell(event.pk)
        sent = list(PlanLetter.objects.filter(event=event).values_list("pk", flat=True))
        if sending:
            actions.post_about_plan(event.pk, sent)


def to(address):
    return [letter for letter in mail.outbox if letter.to == [address]]


def test_nothing_is_told_before_a_job_does_it(town):
    event = carried_out(town)

    assert not PlanLetter.objects.exists()
    assert event.tellings.filter(done_at=None).count() == 4
    job = ProcrastinateJob.objects.get(task_name="notifications.tell_of_plan")
    assert (job.args, job.priority) == ({"event_id": event.pk}, telling.LATER)


def test_an_applicant_hears_who_has_the_dossier_why_and_what_stays(town):
    dossier(town, PersonFactory(), "")
    event = carried_out(town)

    tell(event)

    (letter,) = to("binh@example.vn")
    assert "theo 12/NQ-HĐND (ký ngày 01/11/2026)" in letter.body
    assert "- H49.61-261101-0001\n  Trước đây: Ủy ban nhân dân phường Hà Tu\n" in letter.body
    assert "  Nay: Ủy ban nhân dân phường Hồng Gai mới\n" in letter.body
    assert "Mã hồ sơ, ngày hẹn trả và lịch sử giữ nguyên." in letter.body
    assert "Địa chỉ: 1 Lê Thánh Tông\nĐiện thoại: 0203 3825 111" in letter.body
    assert f"/tai-khoan/ho-so/{town.first.code}/" in letter.body
    of_dossiers = event.tellings.get(of="dossiers")
    assert (of_dossiers.told, of_dossiers.unreachable) == (1, 1)


def test_several_dossiers_of_one_mailbox_are_one_letter(town, monkeypatch):
    monkeypatch.setattr(telling, "AT_ONCE", 2)
    for n in range(23):
        dossier(town, town.binh, "Binh@Example.vn", code=f"H49.61-261102-{n:04}")
    dossier(town, town.binh, "me@example.vn", code="H49.61-261103-0001")
    dossier(town, town.binh, "binh@example.vn", returned=True, code="H49.61-261104-0001")

    tell(carried_out(town))

    (letter,) = to("binh@example.vn") + to("Binh@Example.vn")
    assert letter.body.count("Trước đây:") == 20
    assert "và 4 hồ sơ khác; đăng nhập để xem tất cả." in letter.body
    assert "H49.61-261103-0001" not in letter.body
    (other,) = to("me@example.vn")
    assert other.body.count("Trước đây:") == 1


def test_what_has_ended_is_told_nobody(town):
    over = dossier(town, PersonFactory(), "xong@example.vn", returned=True)
    event = carried_out(town)
    town.first.refresh_from_db()
    town.first.withdraw(by=Acting(town.binh, None))

    tell(event)

    assert not PlanLetter.objects.filter(told_as="applicant").exists()
    assert not to(over.email)


def test_askers_are_told_and_without_an_account_of_each_question(town):
    mine = QuestionFactory(organization=town.house.a, asker=town.binh)
    contact = {"email": "khach@example.vn"}
    for _ in range(2):
        QuestionFactory(organization=town.house.a, asker=None, contact=contact)
    type(mine).objects.filter(pk=mine.pk).update(contact={"email": "binh@example.vn"})

    tell(carried_out(town))

    (letter,) = (one for one in to("binh@example.vn") if mine.code in one.body)
    assert f"- {mine.code}\n  Trước đây: Ủy ban nhân dân phường Hà Tu" in letter.body
    assert "Đăng nhập để xem câu hỏi và trả lời." in letter.body
    assert len(to("khach@example.vn")) == 2
    assert all("Liên kết trên chỉ dành cho ông/bà" in one.body for one in to("khach@example.vn"))


def test_officers_hear_which_post_ends_and_which_office_is_renamed(town):
    tell(carried_out(town))

    (ended,) = to("chutich@example.vn")
    assert ended.subject == "Chức vụ của ông/bà thay đổi từ ngày 23/11/2026"
    assert "Chức vụ kết thúc:\n- Chủ tịch, Ủy ban nhân dân phường Hà Tu" in ended.body
    (renamed,) = to("honggai@example.vn")
    assert "kết thúc" not in renamed.body
    assert (
        "- Chủ tịch, Ủy ban nhân dân phường Hồng Gai → "
        "Chủ tịch, Ủy ban nhân dân phường Hồng Gai mới" in renamed.body
    )


def test_a_job_that_is_killed_between_batches_goes_on_behind_it(town, monkeypatch):
    monkeypatch.setattr(telling, "AT_ONCE", 1)
    for n in range(3):
        dossier(town, PersonFactory(), f"a{n}@example.vn")
    event = carried_out(town)
    write, calls = telling._write, []

    def killed(*told):
        calls.append(told)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return write(*told)

    monkeypatch.setattr(telling, "_write", killed)
    with pytest.raises(KeyboardInterrupt):
        telling.tell(event.pk)
    before = PlanLetter.objects.count()
    tell(event)

    assert before == 2
    assert sorted(one.to[0] for one in mail.outbox if one.to[0][0] in "ab") == [
        "a0@example.vn",
        "a1@example.vn",
        "a2@example.vn",
        "binh@example.vn",
    ]


def test_a_batch_asks_as_often_however_many_are_in_it(town, django_assert_max_num_queries):
    for n in range(30):
        dossier(town, PersonFactory(), f"a{n}@example.vn")
    event = carried_out(town)

    with django_assert_max_num_queries(10):
        telling.tell_some(event.pk)

    assert PlanLetter.objects.count() == 31
    jobs = ProcrastinateJob.objects.filter(task_name=telling.SENDING)
    assert sum(len(job.args["letters"]) for job in jobs) == 31


def test_every_plan_is_told_of(town):
    far = office("H49.64", Organization.Kind.COMMUNE_COMMITTEE, under=town.house.top)
    dossier(town, town.binh, "binh@example.vn", organization=far, counter=far)
    tell(carried_out(town))

    tell(carried_out(town, AWAY))

    first, second = to("binh@example.vn")
    assert ("12/NQ-HĐND" in first.body, "14/NQ-HĐND" in second.body) == (True, True)


def test_after_an_undoing_those_who_were_told_get_a_correction_and_nobody_else(town):
    dossier(town, PersonFactory(), "chua@example.vn")
    event = carried_out(town)
    telling.tell(event.pk)
    mine = PlanLetter.objects.get(dossier=town.first)
    actions.post_about_plan(event.pk, [mine.pk])

    tell(undone(event, town))
    tell(event)

    _news, correction = to("binh@example.vn")
    assert "đã được hoàn tác" in correction.body
    assert f"- {town.first.code}: Ủy ban nhân dân phường Hà Tu\n" in correction.body
    assert len(mail.outbox) == 2
    assert set(PlanLetter.objects.exclude(state="sent").values_list("problem")) == {("off",)}


def test_officers_too_hear_that_it_was_undone(town):
    event = carried_out(town)
    tell(event)

    tell(undone(event, town))

    _news, correction = to("chutich@example.vn")
    assert "Ông/bà vẫn giữ:\n- Chủ tịch, Ủy ban nhân dân phường Hà Tu" in correction.body


def test_what_was_not_told_before_an_undoing_is_not_told_after(town):
    event = carried_out(town)

    tell(undone(event, town))
    tell(event)

    assert mail.outbox == []
    assert not PlanTelling.objects.filter(done_at=None).exists()


def test_a_failed_letter_of_an_undone_plan_is_not_sent_again(town):
    event = carried_out(town)
    telling.tell(event.pk)
    for letter in PlanLetter.objects.all():
        letter.mark_failed("address", 550)
    undone(event, town)

    call_command("send_letters_again")
    tell(event)

    assert mail.outbox == []


def test_planners_hear_once_a_day_that_a_plan_waits(town):
    town.planner.person.be_reached_at(email="sapxep@example.vn", phone="")
    plan = scheduled(NOBODY_INHERITS, town.planner)

    for noon in (DAY_OF_PLAN, DAY_OF_PLAN, DAY_OF_PLAN + timedelta(1)):
        with time_machine.travel(noon, tick=False):
            assert [tasks.carry_out_what_is_due(0) for _again in range(2)] == [0, 0]

    noted = list(plan.events.filter(verb="put_off"))
    assert len(noted) == 2
    assert "1 hồ sơ đang giải quyết không có nơi nhận" in noted[0].reason
    for event in noted:
        tell(event)
    first, _second = to("sapxep@example.vn")
    assert first.subject == f"Phương án {plan.number} chưa thực hiện được"
    assert "giữ nguyên như cũ" in first.body
    assert f"/can-bo/sap-xep/{plan.pk}/" in first.body
    assert len(mail.outbox) == 2


def test_what_is_carried_out_in_time_is_not_put_off(town):
    plan = scheduled(MERGER, town.planner)

    assert tasks.carry_out_what_is_due(0) == 1
    assert not plan.events.filter(verb="put_off").exists()
