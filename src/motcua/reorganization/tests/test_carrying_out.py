"""A plan is carried out whole, once, and undone to the letter."""

import json
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, VersionFactory
from motcua.dossiers.workflow import OPEN, State
from motcua.organizations.acting import Acting
from motcua.organizations.models import (
    Appointment,
    Duty,
    Organization,
    Post,
    Quota,
    Subordination,
    Succession,
)
from motcua.organizations.tests.factories import FOREVER
from motcua.questions.models import AnsweringPost, TermRule
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import (
    actions,
    carrying_out,
    exceptions,
    lines,
    rehearsal,
    tasks,
    undoing,
)
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Moved, Plan, Tick, ToPlace
from motcua.search.models import Entry

from .conftest import DAY, MERGER, office, officer

EVE = date(2026, 11, 22)
MACHINE = Acting.machine
DIVISION = """
plan: {number: 13/NQ-HĐND, decided_on: 2026-11-01, issuer: HĐND, title: Chia, day: 2026-11-23}
organizations:
  - identifier: H49.71
    kind: commune
    tier: commune
    name: Ủy ban nhân dân phường Hà Tu mới
    parent: H49
    units: ["06652"]
    posts:
      - title: Chủ tịch
        head: có
        rank: đứng đầu
        duties: [quyết định]
        from: [{organization: H49.61, title: Chủ tịch}]
      - {title: Công chức, duties: [thẩm tra], from: [{organization: H49.61, title: Công chức}]}
changes:
  - kind: chia
    originals: [H49.61]
    resulting: [H49.71, H49.62]
    shares:
      - {from: H49.61, to: H49.71, default: có, portion: 0.6}
      - {from: H49.61, to: H49.62, localities: [Thôn 3], portion: 0.4}
  - {kind: sáp nhập, originals: [H49.61.01], resulting: [H49.62.01]}
"""


def scheduled(text, by) -> Plan:
    plan = actions.enter(text.encode(), by=by)
    actions.schedule(plan, by=by)
    for line in (line for line in lines.every() if line.is_blocking):
        rehearsal.tick(plan, line, seen=line.count(plan) or 0, note="Đã xem.", by=by)
    return plan


def everything() -> dict[str, list]:
    """All rows of every table that a plan may change, but revisions and record times."""
    tables = [
        "organizations_organization",
        "organizations_organizationname",
        "organizations_subordination",
        "organizations_jurisdiction",
        "organizations_post",
        "organizations_appointment",
        "organizations_contact",
        "organizations_competence",
        "organizations_quota",
        "organizations_succession",
        "catalog_assignment",
        "dossiers_dossier",
        "dossiers_draft",
        "questions_question",
        "questions_answeringpost",
        "questions_termrule",
        "reorganization_planningpost",
    ]
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                f"SELECT to_jsonb(t) - 'revision' - 'recorded_at' FROM {table} t ORDER BY id"
            )
            found[table] = [json.loads(row) for (row,) in cursor.fetchall()]
    return found


@pytest.fixture
def staff(house):
    """Who works in the two communes."""
    return SimpleNamespace(
        head=officer(house.a, Duty.DECIDE, title="Chủ tịch"),
        clerk=officer(house.a_counter, Duty.RECEIVE, title="Công chức một cửa"),
        handler=officer(house.a, Duty.APPRAISE, title="Công chức"),
        other_head=officer(house.b, Duty.DECIDE, title="Chủ tịch"),
        other_handler=officer(house.b, Duty.APPRAISE, title="Công chức"),
        other_clerk=officer(house.b_counter, Duty.RECEIVE, title="Công chức một cửa"),
    )


@pytest.fixture
def work(house, staff, places):
    """Open work of ``a``, and what has ended there."""
    version = VersionFactory()
    open_ones = [
        DossierFactory(
            organization=house.a,
            counter=house.a_counter,
            state=state,
            version=version,
            place=places.a,
            locality=locality,
        )
        for state, locality in zip(
            sorted(OPEN - {State.PAYMENT_REQUESTED}),
            ["thon 3", "so 5 thon 3", "thon 30", "", "to 1 khu 2"],
            strict=True,
        )
    ]
    AnsweringPost.objects.create(organization=house.a, post=staff.head.post, valid_during=FOREVER)
    AnsweringPost.objects.create(
        organization=house.b, post=staff.other_head.post, valid_during=FOREVER
    )
    Quota.objects.create(organization=house.a, year=2026, kind="civil", assigned=21, actual=20)
    Quota.objects.create(organization=house.b, year=2026, kind="civil", assigned=30)
    return SimpleNamespace(
        open=open_ones,
        closed=DossierFactory(
            organization=house.a, counter=house.a_counter, returned=True, version=version
        ),
        draft=DraftFactory(organization=house.a, version=version),
        question=QuestionFactory(organization=house.a),
        untouched=DossierFactory(organization=house.c, version=version),
    )


@pytest.fixture
def merger(house, planner):
    return scheduled(MERGER, planner)


def test_open_work_goes_to_the_heir_and_what_has_ended_stays(merger, work, house):
    days = list(Dossier.objects.order_by("pk").values_list("due_current", "code", "submitted_at"))

    event = carry_out(merger, by=MACHINE())

    for dossier in work.open:
        dossier.refresh_from_db()
        assert (dossier.organization, dossier.counter) == (house.b, house.b_counter)
        assert dossier.events.get().reason == "12/NQ-HĐND (01/11/2026)"
    for dossier, there in ((work.closed, house.a), (work.untouched, house.c)):
        dossier.refresh_from_db()
        assert dossier.organization == there
    work.draft.refresh_from_db()
    work.question.refresh_from_db()
    assert (work.draft.organization, work.question.organization) == (house.b, house.b)
    after = Dossier.objects.order_by("pk").values_list("due_current", "code", "submitted_at")
    assert list(after) == days
    assert event.payload["moved"]["dossiers"] == 5
    assert not ToPlace.objects.exists()


def test_the_old_ends_the_day_before_the_new_begins(merger, work, house, staff, places):
    carry_out(merger, by=MACHINE())

    house.a.refresh_from_db()
    assert (house.a.holds_on(EVE), house.a.holds_on(DAY)) == (True, False)
    assert house.b.name_on(EVE) == "Ủy ban nhân dân phường Hồng Gai"
    assert house.b.name_on(DAY) == "Ủy ban nhân dân phường Hồng Gai mới"
    assert set(house.b.units_on(DAY)) == {places.a, places.b}
    assert not Post.objects.on(DAY).filter(organization=house.a).exists()
    assert not Appointment.objects.on(DAY).filter(person=staff.head.person).exists()
    assert Appointment.objects.on(EVE).filter(person=staff.head.person).exists()
    assert not Subordination.objects.on(DAY).filter(parent=house.a).exists()
    default = Succession.objects.get(old=house.a, is_default=True)
    assert (default.new, default.kind, default.day) == (house.b, "absorb", DAY)
    assert AnsweringPost.objects.on(DAY).get(organization=house.b).post == staff.other_head.post
    assert not AnsweringPost.objects.on(DAY).filter(organization=house.a).exists()


def test_who_answered_to_the_old_answers_to_its_heir(house, merger):
    school = office("H49.61.05", Organization.Kind.DEPARTMENT, under=house.a)

    carry_out(merger, by=MACHINE())

    assert Subordination.objects.on(DAY).get(child=school).parent == house.b
    assert Subordination.objects.on(EVE).get(child=school).parent == house.a


def test_who_would_answer_to_nobody_is_named_beforehand(house, planner):
    office("H49.61.05", Organization.Kind.DEPARTMENT, under=house.a)
    text = MERGER.split("changes:")[0] + (
        "changes:\n  - {kind: đổi tên, originals: [H49.62], resulting: [H49.62]}\n"
        "  - {kind: giải thể, originals: [H49.61, H49.61.01]}\n"
    )

    with pytest.raises(exceptions.PlanInvalid, match=r"H49\.61\.05 tiếp tục hoạt động mà cấp trên"):
        actions.enter(text.encode(), by=planner)


def test_terms_of_its_own_go_to_the_heir_that_has_none(house, merger):
    own = {"organization": house.a, "unit": "day", "valid_during": FOREVER, "source": "QĐ 1"}
    TermRule.objects.create(kind=1, step=1, value=5, **own)
    TermRule.objects.create(kind=1, step=2, value=6, **own)
    TermRule.objects.create(kind=1, step=2, value=9, **(own | {"organization": house.b}))

    carry_out(merger, by=MACHINE())

    of_heir = TermRule.objects.on(DAY).filter(organization=house.b).order_by("step")
    assert list(of_heir.values_list("step", "value")) == [(1, 5), (2, 9)]
    assert not TermRule.objects.on(DAY).filter(organization=house.a).exists()


def test_the_search_knows_the_new_order(house, merger):
    carry_out(merger, by=MACHINE())

    tasks.let_organizations_be_found(plan_id=merger.pk)

    found = dict(Entry.objects.filter(kind="organization").values_list("key", "title"))
    assert found["H49.62"] == "Ủy ban nhân dân phường Hồng Gai mới"
    assert "nay là" in found["H49.61"]


def test_headcount_goes_along_and_its_sum_stays(merger, work, house):
    carry_out(merger, by=MACHINE())

    said = dict(Quota.objects.values_list("organization", "assigned"))
    assert said == {house.a.pk: 0, house.b.pk: 51}


def test_a_division_sends_each_dossier_where_its_hamlet_went(house, planner, work, staff):
    plan = scheduled(DIVISION, planner)

    carry_out(plan, by=MACHINE())

    new = Organization.objects.get(identifier="H49.71")
    went = dict(
        Dossier.objects.filter(pk__in=[d.pk for d in work.open]).values_list(
            "locality", "organization"
        )
    )
    assert went == {
        "thon 3": house.b.pk,
        "so 5 thon 3": house.b.pk,
        "thon 30": new.pk,
        "": new.pk,
        "to 1 khu 2": new.pk,
    }
    placed = ToPlace.objects.filter(question=None).values_list("dossier__locality", "held_by")
    assert set(placed) == {("thon 30", new.pk), ("", new.pk), ("to 1 khu 2", new.pk)}
    assert ToPlace.objects.get(dossier=None).question == work.question
    head = Appointment.objects.on(DAY).get(post__organization=new, post__is_head=True)
    assert head.person == staff.head.person
    assert dict(Quota.objects.values_list("organization__identifier", "assigned")) == {
        "H49.61": 0,
        "H49.62": 38,
        "H49.71": 13,
    }


@pytest.mark.parametrize("text", [MERGER, DIVISION], ids=["merger", "division"])
def test_undone_everything_is_as_it_was(house, planner, work, text):
    plan = scheduled(text, planner)
    before = everything()
    carry_out(plan, by=MACHINE())
    assert everything() != before

    undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Quyết định bị thu hồi.")

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
    undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Làm lại.")

    carry_out(scheduled(DIVISION, planner), by=MACHINE())

    assert Organization.objects.on(DAY).get(identifier="H49.71").name_on(DAY).endswith("Hà Tu mới")


def test_it_is_carried_out_once(merger, work):
    first = carry_out(merger, by=MACHINE())
    moved = Moved.objects.count()

    again = carry_out(Plan.objects.get(pk=merger.pk), by=MACHINE())

    assert again == first
    assert Moved.objects.count() == moved
    assert work.open[0].events.count() == 1


def test_before_its_day_nothing_happens(house, planner, work):
    plan = scheduled(MERGER.replace("day: 23/11/2026", "day: 23/11/2199"), planner)
    before = everything()

    with pytest.raises(exceptions.TooEarly):
        carry_out(plan, by=MACHINE())

    assert everything() == before


def test_a_failure_at_any_point_leaves_nothing(merger, work, monkeypatch):
    before = everything()

    def fails(order):
        raise RuntimeError("power cut")

    monkeypatch.setattr(carrying_out.leftovers, "refuse_what_is_left", fails)
    with pytest.raises(RuntimeError):
        carry_out(merger, by=MACHINE())

    assert everything() == before
    assert Plan.objects.get().is_scheduled


def test_an_open_blocking_line_keeps_it_waiting(staff, planner):
    Appointment.objects.filter(person=staff.head.person).delete()  # who would head the new one
    plan = scheduled(DIVISION, planner)
    Tick.objects.filter(plan=plan, line="heads").delete()

    with pytest.raises(exceptions.StillBlocked, match="chưa có người đứng đầu"):
        carry_out(plan, by=MACHINE())


def test_work_without_an_heir_is_not_left_behind(house, planner, work):
    text = MERGER.split("changes:")[0].replace("mới", "") + (
        "changes:\n  - {kind: giải thể, originals: [H49.61, H49.61.01]}\n"
    )
    plan = scheduled(text, planner)

    with pytest.raises(exceptions.StillBlocked, match="5 hồ sơ đang giải quyết không có nơi nhận"):
        carry_out(plan, by=MACHINE())


def test_after_an_officers_act_it_cannot_be_undone(merger, work, staff, planner):
    carry_out(merger, by=MACHINE())
    dossier = Dossier.objects.get(pk=work.open[1].pk)
    dossier.take_up(by=staff.other_handler)

    with pytest.raises(exceptions.AlreadyUsed, match="Nhận xử lý"):
        undoing.undo(Plan.objects.get(pk=merger.pk), by=planner, reason="Thôi.")


def test_what_came_to_a_new_office_keeps_it_from_being_undone(house, planner, work):
    plan = scheduled(DIVISION, planner)
    carry_out(plan, by=MACHINE())
    DossierFactory(organization=Organization.objects.get(identifier="H49.71"))

    with pytest.raises(exceptions.AlreadyUsed, match="hồ sơ mới nộp"):
        undoing.undo(Plan.objects.get(pk=plan.pk), by=planner, reason="Thôi.")


def test_the_machines_own_telling_does_not_keep_it_from_being_undone(merger, work, planner):
    carry_out(merger, by=MACHINE())

    event = undoing.undo(Plan.objects.get(pk=merger.pk), by=planner, reason="Thôi.")

    assert event.payload["moved"]["dossiers"] == 5
    assert [e.verb for e in work.open[0].events.order_by("pk")] == ["transfer", "transfer_back"]


def test_questions_asked_do_not_grow_with_the_work(
    house, planner, work, django_assert_max_num_queries
):
    for _ in range(20):
        DossierFactory(organization=house.a, counter=house.a_counter, version=work.open[0].version)
    plan = scheduled(MERGER, planner)

    with django_assert_max_num_queries(275):
        carry_out(plan, by=MACHINE())
