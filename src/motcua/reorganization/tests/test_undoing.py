"""A plan that was carried out is undone to the letter, until the first decision under it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.models import Dossier, Reading
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory
from motcua.dossiers.workflow import State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Organization, Post
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory
from motcua.periods.models import since
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import exceptions, hindrances, placing, undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Plan, ToPlace

from .conftest import DAY
from .house_stories import DIVISION, MERGER, everything, scheduled

MACHINE = Acting.machine
UNION = DIVISION.partition("changes:")[0].replace("units:", "units: [] #") + (
    "changes:\n  - {kind: hợp nhất, originals: [H49.61, H49.62], resulting: [H49.71]}\n"
    "  - {kind: sáp nhập, originals: [H49.61.01, H49.62.01], resulting: [H49.63.01]}\n"
)


def undone(plan, by):
    return undoing.undo(Plan.objects.get(pk=plan.pk), by=by, reason="Quyết định bị thu hồi.")


def why_not(plan) -> str:
    return " ".join(hindrances.of(Plan.objects.get(pk=plan.pk)))


@pytest.fixture
def division(house, planner, work):
    """``a`` is divided into a new office and ``b``, and its head heads the new one."""
    plan = scheduled(DIVISION, planner)
    carry_out(plan, by=MACHINE())
    new = Organization.objects.get(identifier="H49.71")
    post = Post.objects.get(organization=new, title="Công chức")
    handler = Appointment.objects.get(post=post)
    return SimpleNamespace(plan=plan, new=new, handler=Acting(handler.person, post))


def in_process(division) -> Dossier:
    return Dossier.objects.get(organization=division.new, state=State.IN_PROCESS)


def taken_up(division) -> Dossier:
    """By somebody of the new office, since it is there."""
    Dossier.objects.filter(pk=in_process(division).pk).update(state=State.RECEIVED)
    dossier = Dossier.objects.get(organization=division.new, state=State.RECEIVED)
    dossier.take_up(by=division.handler)
    return dossier


# --- To the letter -----------------------------------------------------------------------------


@pytest.mark.parametrize("text", [MERGER, DIVISION], ids=["merger", "division"])
def test_undone_everything_is_as_it_was(house, planner, work, text):
    plan = scheduled(text, planner)
    before = everything()
    carry_out(plan, by=MACHINE())
    assert everything() != before

    undone(plan, planner)

    after = everything()
    never = [row for row in after["organizations_organization"] if row["valid_during"] == "empty"]
    for row in never:
        after["organizations_organization"].remove(row)
    assert after == before
    assert len(never) == (text == DIVISION)
    assert not ToPlace.objects.exists()


def test_what_was_undone_may_be_planned_again_with_the_same_codes(house, planner, work):
    plan = scheduled(DIVISION, planner)
    carry_out(plan, by=MACHINE())
    undone(plan, planner)

    carry_out(scheduled(DIVISION, planner), by=MACHINE())

    assert Organization.objects.on(DAY).get(identifier="H49.71").name_on(DAY).endswith("Hà Tu mới")


def test_the_machines_own_telling_does_not_keep_it_from_being_undone(settled, work, planner):
    carry_out(settled, by=MACHINE())

    event = undone(settled, planner)

    assert event.payload["moved"]["dossiers"] == 5
    assert [e.verb for e in work.open[0].events.order_by("pk")] == ["transfer", "transfer_back"]


# --- What was done meanwhile -------------------------------------------------------------------


def test_what_was_done_short_of_a_decision_goes_back_with_its_dossier(division, house, planner):
    dossier = taken_up(division)
    Reading.objects.create(
        dossier=dossier, what="page", person=division.handler.person, post=division.handler.post
    )
    assert why_not(division.plan) == ""

    undone(division.plan, planner)

    dossier = Dossier.objects.get(pk=dossier.pk)
    assert (dossier.organization, dossier.state) == (house.a, State.IN_PROCESS)
    act = dossier.events.get(verb="take_up")
    assert act.post.title == "Công chức"
    assert act.post.organization.name == "Ủy ban nhân dân phường Hà Tu mới"
    assert not Post.objects.on(DAY).filter(organization=division.new).exists()
    assert not Organization.objects.on(DAY).filter(pk=division.new.pk).exists()


def test_what_was_done_may_be_followed_by_the_same_plan_again(division, planner):
    taken_up(division)
    undone(division.plan, planner)

    carry_out(scheduled(DIVISION, planner), by=MACHINE())

    assert Post.objects.on(DAY).filter(organization=division.new).count() == 2


def test_what_came_to_a_new_office_goes_to_the_one_before_it(division, house, planner, places):
    came = DossierFactory(organization=division.new, counter=house.b_counter, in_process=True)
    asked = QuestionFactory(organization=division.new)
    draft = DraftFactory(organization=division.new)

    event = undone(division.plan, planner)

    for each in (came, asked, draft):
        each.refresh_from_db()
        assert each.organization == house.a
    assert came.events.get(verb="transfer_back").payload["from"] == division.new.pk
    assert event.payload["moved"]["new_dossiers"] == 1
    assert not ToPlace.objects.exists()


def test_of_several_before_it_the_place_decides_and_else_a_human(house, planner, work, places):
    plan = scheduled(UNION, planner)
    carry_out(plan, by=MACHINE())
    new = Organization.objects.get(identifier="H49.71")
    told = {"organization": new, "counter": house.c_counter, "in_process": True}
    sure, unsure = (DossierFactory(**told, place=place) for place in (places.b, None))

    undone(plan, planner)

    sure.refresh_from_db()
    unsure.refresh_from_db()
    assert (sure.organization, unsure.organization) == (house.b, house.a)
    row = ToPlace.objects.get()
    assert (row.dossier, row.held_by) == (unsure, house.a)
    assert set(placing.heirs_for(row)) == {house.a, house.b}
    placing.place(row, house.b, by=planner, reason="Đã hỏi người nộp.")
    unsure.refresh_from_db()
    assert unsure.organization == house.b


def test_a_draft_goes_back_whence_it_came_and_a_new_one_where_its_applicant_lives(
    house, planner, work
):
    came = DraftFactory(organization=house.a)
    plan = scheduled(UNION, planner)
    carry_out(plan, by=MACHINE())
    new = Organization.objects.get(identifier="H49.71")
    sure = DraftFactory(organization=new, contact_address="Số 5, phường Hồng Gai")
    unsure = DraftFactory(organization=new, contact_address="Số 5")
    came.refresh_from_db()
    assert came.organization == new

    undone(plan, planner)

    offices = [type(each).objects.get(pk=each.pk).organization for each in (came, sure, unsure)]
    assert offices == [house.a, house.b, new]


def test_the_queue_of_an_undone_plan_offers_all_that_were_before(client, house, planner, work):
    plan = scheduled(UNION, planner)
    carry_out(plan, by=MACHINE())
    new = Organization.objects.get(identifier="H49.71")
    DossierFactory(organization=new, counter=house.c_counter, in_process=True, place=None)

    undone(plan, planner)

    page = as_officer(client, planner.person).get(reverse("plans_desk:queue"))
    (heap,) = page.context["heaps"]
    assert [(each.organization, each.holds) for each in heap.heirs] == [
        (house.a, True),
        (house.b, False),
    ]
    assert "phần việc như trước khi sắp xếp" in page.text


def test_what_was_sent_to_the_ended_office_goes_back_there(settled, house, planner, work):
    carry_out(settled, by=MACHINE())
    came = DossierFactory(organization=house.b, counter=house.b_counter)
    own = DossierFactory(organization=house.b, counter=house.b_counter)
    told = {"wrong_door": {"sent_to": house.a.pk, "to": house.b.pk, "unsure": False}}
    came.events.create(
        verb="submit", role="applicant", state=1, person=came.applicant, payload=told
    )

    undone(settled, planner)

    came.refresh_from_db()
    own.refresh_from_db()
    assert (came.organization, came.counter) == (house.a, house.a_counter)
    assert own.organization == house.b


def test_what_somebody_placed_goes_back_too(division, house, planner):
    row = ToPlace.objects.exclude(dossier=None).first()
    placing.place(row, house.b, by=planner, reason="Theo bản đồ.")

    undone(division.plan, planner)

    assert Dossier.objects.get(pk=row.dossier_id).organization == house.a


# --- Until when ---------------------------------------------------------------------------------


def test_after_the_first_decision_it_cannot_be_undone(division, planner):
    dossier = in_process(division)
    dossier.stop(by=division.handler, reason="Không đủ điều kiện.")

    assert f"“Dừng xử lý” {dossier.code}" in why_not(division.plan)
    with pytest.raises(exceptions.AlreadyUsed, match="Dừng xử lý"):
        undone(division.plan, planner)


def test_a_later_plan_is_undone_first(division, house, planner):
    text = MERGER.replace("12/NQ", "15/NQ").replace("day: 23/11", "day: 24/11")
    later = scheduled(text.replace("H49.61", "H49.63"), planner)
    carry_out(later, by=MACHINE())

    with pytest.raises(exceptions.AlreadyUsed, match=r"Phương án 15/NQ-HĐND .* hãy hoàn tác"):
        undone(division.plan, planner)

    undone(later, planner)
    assert why_not(division.plan) == ""


def test_who_was_appointed_since_is_named(division, planner):
    post = Post.objects.create(
        organization=division.new, title="Phó Chủ tịch", valid_during=since(DAY), duties=[]
    )
    assert "Phó Chủ tịch" in why_not(division.plan)
    post.delete()

    person = PersonFactory(full_name="Vũ Thị Mới")
    held = {"post": division.handler.post, "person": person, "valid_during": since(DAY), "seat": 2}
    Post.objects.filter(pk=division.handler.post.pk).update(holders_allowed=2)
    AppointmentFactory(**held)

    with pytest.raises(exceptions.AlreadyUsed, match=r"Vũ Thị Mới, Công chức\. Quyết định"):
        undone(division.plan, planner)


def test_what_was_changed_again_since_is_said_in_a_sentence(settled, house, planner, work):
    carry_out(settled, by=MACHINE())
    day = date(2026, 11, 26)
    given = house.b.names.get(full_name__endswith="mới")
    given.valid_during = since(DAY, day)
    given.save()
    house.b.names.create(full_name="Ủy ban nhân dân phường Khác", valid_during=since(day))
    after = everything()

    with pytest.raises(exceptions.ChangedSince, match="lại được đổi tiếp"):
        undone(settled, planner)

    assert everything() == after


def test_the_page_says_beforehand_why_not(client, division, planner):
    desk = as_officer(client, planner.person)
    detail = reverse("plans_desk:detail", args=[division.plan.pk])
    undo = reverse("plans_desk:undo", args=[division.plan.pk])
    page = desk.get(detail)
    assert undo in page.text
    assert "Còn hoàn tác được" in page.text

    dossier = in_process(division)
    dossier.stop(by=division.handler, reason="Không đủ điều kiện.")

    page = desk.get(detail)
    assert undo not in page.text
    assert dossier.code in page.text
    assert dossier.code in desk.get(undo).text
    plan = Plan.objects.get(pk=division.plan.pk)
    said = {"revision": plan.revision, "reason": "Thôi."}
    refused = desk.post(undo, said)
    assert refused.status_code == 409
    assert "Thôi." in refused.text
