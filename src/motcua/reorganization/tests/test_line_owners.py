"""Whoever has a line of a plan sees the plan and settles that line; and what is not theirs?"""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.models import Appointment
from motcua.organizations.tests.factories import LEAVE, PersonFactory
from motcua.reorganization import lines, rehearsal
from motcua.reorganization.exceptions import AlreadySettled, NotYourLine, TooLate
from motcua.reorganization.models import Plan, Tick

pytestmark = pytest.mark.django_db

MINE, OTHERS = "dossiers", "signatures"
READ = ("detail", "file", "table", "rehearse")
"""What whoever has a line may read of the plan."""
PLANNERS = (
    *("report", "begin_anew", "schedule", "reopen", "carry_out", "undo", "cancel"),
    *("begin", "upload", "queue"),
)


@pytest.fixture
def owned(merger, communes):
    """The plan with one line for the chair of the first commune, and one for whoever plans."""
    for key, acting in ((MINE, communes.chair), (OTHERS, communes.planner)):
        rehearsal.assign(merger, lines.known(key), owner=acting.post, by=communes.planner)
    return merger


@pytest.fixture
def desk(owned, communes):
    return as_officer(Client(), communes.chair.person)


def at(name, plan, *more):
    about = [] if name in {"begin", "upload", "queue", "list"} else [plan.pk, *more]
    return reverse(f"plans_desk:{name}", args=about)


def tick(key=MINE):
    return Tick.objects.get(line=key)


# --- What they see ----------------------------------------------------------------------------


def test_the_bar_leads_to_what_is_theirs(desk, owned):
    assert at("list", owned) in desk.get(reverse("desk:inbox")).text

    page = desk.get(at("list", owned))

    assert "Việc của tôi trong phương án sắp xếp" in page.text
    assert at("line", owned, MINE) in page.text
    assert at("line", owned, OTHERS) not in page.text
    assert at("begin", owned) not in page.text


def test_only_plans_with_a_line_of_theirs_are_listed(desk, owned, communes):
    Plan.objects.create(number="99/NQ", decided_on="2026-11-01", day="2027-02-01", title="Khác")

    assert "99/NQ" not in desk.get(at("list", owned)).text


def test_whoever_plans_and_has_a_line_finds_it_above_the_plans(owned, communes):
    page = as_officer(Client(), communes.planner.person).get(at("list", owned))

    first = page.text.index(at("line", owned, OTHERS))
    assert first < page.text.index(f'href="{at("detail", owned)}"')


@pytest.mark.parametrize("name", READ)
def test_they_read_the_plan(desk, owned, name):
    assert desk.get(at(name, owned)).status_code == 200


def test_on_the_plan_stand_their_lines_and_no_move(desk, owned):
    page = desk.get(at("detail", owned)).text + desk.get(at("rehearse", owned)).text

    assert at("line", owned, MINE) in page
    for name in PLANNERS:
        assert at(name, owned) not in page
    assert at("line", owned, OTHERS) not in page


@pytest.mark.parametrize("name", PLANNERS)
def test_what_only_whoever_plans_does_is_not_there(desk, owned, name):
    answers = {desk.get(at(name, owned)).status_code, desk.post(at(name, owned)).status_code}

    assert answers <= {404, 405}
    assert Plan.objects.get().is_draft


def test_they_hand_in_no_decision(desk, owned):
    assert desk.post(at("decision", owned)).status_code == 404


def test_they_open_their_line_and_take_its_rows_away(desk, owned, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True)

    assert dossier.code in desk.get(at("line", owned, MINE)).text
    assert dossier.code in desk.get(at("csv", owned, MINE)).content.decode()


@pytest.mark.parametrize("name", ["line", "csv", "xlsx", "assign", "tick", "untick"])
def test_the_line_of_another_is_not_there(desk, owned, name):
    address = at(name, owned, OTHERS)
    typed = {"seen": 0, "owner": tick().owner_id}

    assert desk.post(address, typed).status_code in {404, 405}
    assert desk.get(address).status_code in {404, 405}
    assert tick(OTHERS).at is None


def test_whoever_plans_opens_every_line(owned, communes):
    planner = as_officer(Client(), communes.planner.person)
    page = planner.get(reverse("plans_desk:rehearse", args=[owned.pk])).text
    every = [
        reverse("plans_desk:line", args=[owned.pk, each.line.key]) for each in lines.counted(owned)
    ]
    assert [address for address in every if f'href="{address}"' not in page] == []


def test_their_line_is_given_on_by_whoever_plans_alone(desk, owned, communes):
    page = desk.get(at("line", owned, MINE))

    assert at("assign", owned, MINE) not in page.text
    assert desk.post(at("assign", owned, MINE), {"owner": ""}).status_code == 404
    assert tick().owner == communes.chair.post


def test_a_stranger_finds_nothing(owned, communes):
    client = as_officer(Client(), communes.deputy.person)

    for name in (*READ, "list", "decision"):
        assert client.get(at(name, owned)).status_code == 404
    assert client.get(at("line", owned, MINE)).status_code == 404
    assert client.post(at("tick", owned, MINE), {"seen": 0}).status_code == 404
    assert at("list", owned) not in client.get(reverse("desk:inbox")).text


def test_a_plan_that_went_on_may_still_be_read_and_has_no_button(desk, owned):
    Plan.objects.update(state="canceled")

    page = desk.get(at("list", owned))

    assert at("detail", owned) in page.text
    assert at("tick", owned, MINE) not in desk.get(at("line", owned, MINE)).text
    assert at("list", owned) not in desk.get(reverse("desk:inbox")).text


# --- What they settle ---------------------------------------------------------------------------


def test_they_settle_their_line_and_it_says_who_in_which_post_when(desk, owned, communes):
    desk.post(at("tick", owned, MINE), {"seen": 0, "note": "Đã đối chiếu."})

    assert (tick().ticked_by, tick().post) == (communes.chair.person, communes.chair.post)
    page = desk.get(at("line", owned, MINE)).text
    told = f"{communes.chair.person.full_name}, Chủ tịch, Ủy ban nhân dân xã Đá"
    assert told in page
    assert "09:00" in page
    assert "20/11/2026" in page

    desk.post(at("untick", owned, MINE))
    assert (tick().at, tick().post, tick().owner) == (None, None, communes.chair.post)


def test_whoever_covers_settles_it_under_both_names(owned, communes):
    away = Appointment.objects.get(person=communes.chair.person)
    cover = PersonFactory()
    Appointment.objects.create(
        post=away.post, person=cover, valid_during=LEAVE, kind="cover", covers=away, seat=None
    )
    client = as_officer(Client(), cover)

    client.post(at("tick", owned, MINE), {"seen": 0})

    assert (tick().ticked_by, tick().in_place_of) == (cover, communes.chair.person)
    page = client.get(at("line", owned, MINE)).text
    assert "Chủ tịch (người thay)" in page
    assert f"thay {communes.chair.person.full_name} trong thời gian vắng mặt" in page


def test_pressing_twice_is_once(desk, owned):
    typed = {"seen": 0, "note": "Lần đầu."}
    first = desk.post(at("tick", owned, MINE), typed)
    second = desk.post(at("tick", owned, MINE), typed | {"note": "Lần hai."})

    assert (first.status_code, second.status_code) == (302, 302)
    assert tick().note == "Lần đầu."


def test_of_two_the_second_reads_who_was_faster_and_keeps_the_words(desk, owned, communes):
    rehearsal.tick(owned, lines.known(MINE), seen=0, note="Xong.", by=communes.planner)

    page = desk.post(at("tick", owned, MINE), {"seen": 0, "note": "Tôi đã gọi điện."})

    assert page.status_code == 409
    assert f"{communes.planner.person.full_name} đã xác nhận đầu việc này lúc" in page.text
    assert "Tôi đã gọi điện." in page.text
    assert tick().note == "Xong."


def test_a_plan_carried_out_meanwhile_is_settled_no_more_and_the_words_stay(desk, owned):
    for state in ("scheduled", "carried_out"):
        Plan.objects.update(state=state)

    page = desk.post(at("tick", owned, MINE), {"seen": 0, "note": "Đã đối chiếu."})

    assert page.status_code == 409
    assert "Phương án đã thay đổi" in page.text
    assert "Đã đối chiếu." in page.text
    assert tick().at is None


def test_a_line_given_on_meanwhile_is_refused_by_the_verb_itself(owned, communes):
    line = lines.known(MINE)
    rehearsal.assign(owned, line, owner=communes.clerk.post, by=communes.planner)

    with pytest.raises(NotYourLine):
        rehearsal.tick(owned, line, seen=0, note="", by=communes.chair)
    with pytest.raises(NotYourLine):
        rehearsal.untick(owned, line, by=communes.chair)


def test_the_plan_is_asked_as_it_is_now(owned, communes):
    Plan.objects.update(state="canceled")

    with pytest.raises(TooLate):
        rehearsal.tick(owned, lines.known(MINE), seen=0, note="", by=communes.chair)


def test_the_same_hand_is_not_told_that_it_was_faster(owned, communes):
    line = lines.known(MINE)
    rehearsal.tick(owned, line, seen=0, note="", by=communes.chair)
    rehearsal.tick(owned, line, seen=0, note="", by=communes.chair)

    with pytest.raises(AlreadySettled):
        rehearsal.tick(owned, line, seen=0, note="", by=communes.planner)


def test_pages_of_owners_ask_a_bounded_number_of_questions(
    desk, owned, communes, django_assert_max_num_queries
):
    for key in ("questions", "tasks", "drafts", "heads"):
        line = lines.known(key)
        rehearsal.assign(owned, line, owner=communes.chair.post, by=communes.planner)
    desk.get(at("list", owned))

    with django_assert_max_num_queries(25):
        desk.get(at("list", owned))
    with django_assert_max_num_queries(70):
        desk.get(at("rehearse", owned))
