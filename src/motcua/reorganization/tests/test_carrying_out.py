"""A plan is carried out whole, and once."""

from datetime import date

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.acting import Acting
from motcua.organizations.models import (
    Appointment,
    Organization,
    Post,
    Quota,
    Subordination,
    Succession,
)
from motcua.organizations.tests.factories import FOREVER
from motcua.questions.models import AnsweringPost, TermRule
from motcua.reorganization import (
    actions,
    carrying_out,
    exceptions,
    tasks,
)
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import Moved, Plan, Route, Tick, ToPlace
from motcua.search.models import Entry

from .conftest import DAY, office
from .house_stories import DIVISION, MERGER, everything, scheduled

EVE = date(2026, 11, 22)
MACHINE = Acting.machine


def test_open_work_goes_to_the_heir_and_what_has_ended_stays(settled, work, house):
    days = list(Dossier.objects.order_by("pk").values_list("due_current", "code", "submitted_at"))

    event = carry_out(settled, by=MACHINE())

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


def test_the_old_ends_the_day_before_the_new_begins(settled, work, house, staff, places):
    carry_out(settled, by=MACHINE())

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


def test_who_answered_to_the_old_answers_to_its_heir(house, settled):
    school = office("H49.61.05", Organization.Kind.DEPARTMENT, under=house.a)

    carry_out(settled, by=MACHINE())

    assert Subordination.objects.on(DAY).get(child=school).parent == house.b
    assert Subordination.objects.on(EVE).get(child=school).parent == house.a


def test_of_one_on_both_sides_only_that_is_said(house, planner):
    office("H49.62.05", Organization.Kind.DEPARTMENT, under=house.b)
    text = MERGER.split("changes:")[0] + (
        "changes:\n  - {kind: sáp nhập, originals: [H49.61, H49.62], resulting: [H49.62]}\n"
    )

    with pytest.raises(exceptions.PlanInvalid) as refused:
        actions.enter(text.encode(), by=planner)

    assert "H49.62 vừa kết thúc vừa tiếp tục" in str(refused.value)
    assert "H49.62.05" not in str(refused.value)


def test_who_would_answer_to_nobody_is_named_beforehand(house, planner):
    office("H49.61.05", Organization.Kind.DEPARTMENT, under=house.a)
    text = MERGER.split("changes:")[0] + (
        "changes:\n  - {kind: đổi tên, originals: [H49.62], resulting: [H49.62]}\n"
        "  - {kind: giải thể, originals: [H49.61, H49.61.01]}\n"
    )

    with pytest.raises(exceptions.PlanInvalid, match=r"H49\.61\.05 tiếp tục hoạt động mà cấp trên"):
        actions.enter(text.encode(), by=planner)


def test_terms_of_its_own_go_to_the_heir_that_has_none(house, settled):
    own = {"organization": house.a, "unit": "day", "valid_during": FOREVER, "source": "QĐ 1"}
    TermRule.objects.create(kind=1, step=1, value=5, **own)
    TermRule.objects.create(kind=1, step=2, value=6, **own)
    TermRule.objects.create(kind=1, step=2, value=9, **(own | {"organization": house.b}))

    carry_out(settled, by=MACHINE())

    of_heir = TermRule.objects.on(DAY).filter(organization=house.b).order_by("step")
    assert list(of_heir.values_list("step", "value")) == [(1, 5), (2, 9)]
    assert not TermRule.objects.on(DAY).filter(organization=house.a).exists()


def test_routes_keep_hamlets_as_they_were_written_and_compare_them_folded(planner, staff):
    plan = scheduled(DIVISION, planner)

    said = Route.objects.filter(plan=plan).exclude(locality="")

    assert list(said.values_list("locality", "locality_said")) == [("thon 3", "Thôn 3")]


def test_the_search_knows_the_new_order(house, settled):
    carry_out(settled, by=MACHINE())

    tasks.let_organizations_be_found(plan_id=settled.pk)

    found = dict(Entry.objects.filter(kind="organization").values_list("key", "title"))
    assert found["H49.62"] == "Ủy ban nhân dân phường Hồng Gai mới"
    assert "nay là" in found["H49.61"]


def test_headcount_goes_along_and_its_sum_stays(settled, work, house):
    carry_out(settled, by=MACHINE())

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


def test_it_is_carried_out_once(settled, work):
    first = carry_out(settled, by=MACHINE())
    moved = Moved.objects.count()

    again = carry_out(Plan.objects.get(pk=settled.pk), by=MACHINE())

    assert again == first
    assert Moved.objects.count() == moved
    assert work.open[0].events.count() == 1


def test_before_its_day_nothing_happens(house, planner, work):
    plan = scheduled(MERGER.replace("day: 23/11/2026", "day: 23/11/2199"), planner)
    before = everything()

    with pytest.raises(exceptions.TooEarly):
        carry_out(plan, by=MACHINE())

    assert everything() == before


def test_a_failure_at_any_point_leaves_nothing(settled, work, monkeypatch):
    before = everything()

    def fails(order):
        raise RuntimeError("power cut")

    monkeypatch.setattr(carrying_out.leftovers, "refuse_what_is_left", fails)
    with pytest.raises(RuntimeError):
        carry_out(settled, by=MACHINE())

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


def test_questions_asked_do_not_grow_with_the_work(
    house, planner, work, django_assert_max_num_queries
):
    for _ in range(20):
        DossierFactory(organization=house.a, counter=house.a_counter, version=work.open[0].version)
    plan = scheduled(MERGER, planner)

    with django_assert_max_num_queries(275):
        carry_out(plan, by=MACHINE())
