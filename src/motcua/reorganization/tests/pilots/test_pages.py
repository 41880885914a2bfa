"""What everybody reads of pilots, and what officers do with them on their pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import pdf
from motcua.periods.clock import today
from motcua.reorganization import pilot_actions, pilot_bar
from motcua.reorganization.models import Pilot, PilotReview, Side

from .stories import INTERIM, STARTED, tried_by


@pytest.fixture(autouse=True)
def _flags_counted_anew():
    pilot_bar.forget()
    yield
    pilot_bar.forget()


@pytest.fixture
def pilots(offices, people):
    members = [offices.member, offices.member_two]
    return tried_by(people.keeper, offices.committee, members)


@pytest.fixture
def desk(client, people):
    return as_officer(client, people.keeper.person)


def page(client, name, *args, **query):
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


# --- Everybody -----------------------------------------------------------------------------------


def test_the_register_flags_what_is_overdue(client, pilots):
    text = page(client, "pilots:register")

    assert pilots.running.code in text and pilots.reviewed.code in text
    assert pilots.draft.code not in text
    assert "Quá hạn sơ kết" in text


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"tinh-trang": "qua-han"}, {"running"}),
        ({"tinh-trang": "dang-thi-diem"}, {"running", "reviewed"}),
        ({"tinh-trang": "da-ket-thuc"}, set()),
        ({"tinh-trang": "dang-soan"}, set()),
        ({"q": "trung tam hai xa"}, {"running", "reviewed"}),
        ({"q": "khong co"}, set()),
    ],
)
def test_the_register_is_asked_by_words_and_by_standing(client, pilots, asked, there):
    answer = client.get(reverse("pilots:register"), asked)

    found = {row.pilot.pk for row in answer.context["rows"]}
    assert found == {getattr(pilots, name).pk for name in there}


def test_a_pilot_says_who_takes_part_and_when_it_is_looked_at(client, pilots):
    text = page(client, "pilots:pilot", pilots.reviewed.code)

    assert "UBND phường Hồng Gai" in text and "Kết luận 34-KL/TW" in text
    assert reverse("pilots:review", args=[pilots.reviewed.code, pilots.held.pk]) in text


def test_what_is_prepared_or_closed_to_the_public_does_not_exist(client, pilots, people):
    inside = pilots.running.reviews.get(kind=INTERIM)
    pilot_actions.hold_review(pilots.running, inside, pilot_actions.Held(today()), by=people.keeper)

    for name, args in (
        ("pilots:pilot", [pilots.draft.code]),
        ("pilots:review", [pilots.running.code, inside.pk]),
        ("pilots:paper", [pilots.running.code, inside.pk]),
        ("pilots:review", [pilots.running.code, pilots.held.pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code == 404


def test_a_review_leaves_the_house_as_paper_and_as_sheet(client, pilots):
    where = [pilots.reviewed.code, pilots.held.pk]

    paper = client.get(reverse("pilots:paper", args=where))
    sheet = client.get(reverse("pilots:sheet", args=where))

    assert paper.content.startswith(b"%PDF")
    assert sheet.content.startswith(b"PK")
    assert f'filename="{pilots.reviewed.code}-so-ket-' in sheet["Content-Disposition"]


def test_an_organization_names_its_pilots(client, pilots, offices):
    mine = page(client, "apparatus:organization", offices.member.identifier)
    others = page(client, "apparatus:organization", offices.bigger.identifier)

    assert pilots.running.code in mine and pilots.draft.code not in mine
    assert pilots.running.code not in others


@pytest.mark.parametrize(
    ("name", "most"), [("register", 8), ("pilot", 12), ("review", 6), ("paper", 5), ("sheet", 5)]
)
def test_pages_for_everybody_cost_few_queries(
    client, pilots, name, most, django_assert_max_num_queries
):
    where = {
        "register": [],
        "pilot": [pilots.reviewed.code],
    }.get(name, [pilots.reviewed.code, pilots.held.pk])

    with django_assert_max_num_queries(most):
        client.get(reverse(f"pilots:{name}", args=where))


# --- At the desk ---------------------------------------------------------------------------------


def typed(offices, **told):
    return {
        "organization": offices.committee.pk,
        "name": "Hai xã một trung tâm",
        "kind": "shared",
        "about": "Dùng chung một cửa.",
        "started_on": "01/03/2026",
        "offices": [offices.member.pk],
        "basis": "Đề án 25",
        "interim_on": "01/09/2026, 01/12/2026",
        "final_on": "01/03/2027",
    } | told


def test_a_pilot_is_entered_and_put_into_the_register(desk, offices):
    entered = desk.post(reverse("pilots_desk:enter"), typed(offices), follow=True)
    pilot = Pilot.objects.get()
    assert "Chưa ai khác xem được" in entered.content.decode()
    assert [row.due_on.month for row in pilot.reviews.all()] == [9, 12, 3]

    desk.post(reverse("pilots_desk:begin", args=[pilot.code]), {"revision": pilot.revision})

    assert Pilot.objects.public().get() == pilot


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("interim_on", "01/09/2026, hôm nào đó", "“hôm nào đó” không phải là ngày"),
        ("interim_on", "31/02/2026", "“31/02/2026” không phải là ngày"),
        ("final_on", "01/03/2026", "Ngày 01/03/2026 không sau ngày bắt đầu."),
        ("started_on", "01/03/1926", "phải từ năm 2000"),
        ("basis", "", "Thí điểm phải có căn cứ"),
        ("offices", [], "Trường này là bắt buộc."),
    ],
)
def test_bad_input_is_told_and_stays(desk, offices, field, value, said):
    answer = desk.post(reverse("pilots_desk:enter"), typed(offices) | {field: value})

    text = answer.content.decode()
    assert said in text
    assert "Hai xã một trung tâm" in text
    assert not Pilot.objects.exists()


def test_an_organization_that_is_not_open_on_the_first_day_takes_no_part(desk, offices):
    early = desk.post(reverse("pilots_desk:enter"), typed(offices, started_on="01/03/2010"))

    assert "không hoạt động vào ngày 01/03/2010" in early.content.decode()


def test_a_stale_page_changes_nothing_and_keeps_what_was_typed(desk, offices, running):
    told = typed(offices, revision=running.revision - 1, reason="Sửa.", about="Đã gõ nhiều.")

    answer = desk.post(reverse("pilots_desk:amend", args=[running.code]), told)

    assert answer.status_code == 409
    assert "Đã gõ nhiều." in answer.content.decode()
    running.refresh_from_db()
    assert running.about != "Đã gõ nhiều."


def test_a_review_is_previewed_and_closed(desk, pilots):
    where = [pilots.running.code, pilots.waiting.pk]
    before = page(desk, "pilots_desk:hold_review", *where, ngay="01/09/2026")
    assert "Số liệu đến 01/09/2026" in before

    pilots.running.refresh_from_db()
    told = {
        "revision": pilots.running.revision,
        "held_on": f"{today():%d/%m/%Y}",
        "words": "Đạt yêu cầu.",
        "file": pdf("bao-cao"),
    }
    told["file"].name = "bao-cao.pdf"
    closed = desk.post(reverse("pilots_desk:hold_review", args=where), told, follow=True)

    assert "Đạt yêu cầu." in closed.content.decode()
    assert PilotReview.objects.get(pk=where[1]).is_held
    again = desk.post(reverse("pilots_desk:hold_review", args=where), told)
    assert "đã được chốt" in again.content.decode()


def test_who_it_is_compared_with_is_proposed(desk, draft, offices):
    offered = desk.get(reverse("pilots_desk:compare", args=[draft.code])).context["form"]
    assert offered.is_proposal and offered.initial["offices"]

    told = {"revision": draft.revision, "offices": [offices.similar.pk]}
    desk.post(reverse("pilots_desk:compare", args=[draft.code]), told)

    assert draft.participations.get(side=Side.COMPARISON).organization == offices.similar


def test_the_bar_flags_what_is_overdue(client, people, pilots):
    keeper = page(as_officer(client, people.keeper.person), "pilots_desk:list")
    assert 'class="flag">1' in keeper

    stranger = page(as_officer(client, people.stranger.person), "pilots_desk:list")
    assert 'class="flag"' not in stranger


def test_a_member_reads_and_presses_nothing(client, people, pilots):
    member = as_officer(client, people.member.person)

    text = page(member, "pilots_desk:detail", pilots.running.code)
    assert reverse("pilots_desk:amend", args=[pilots.running.code]) not in text
    for name in ("amend", "compare", "stop"):
        at = reverse(f"pilots_desk:{name}", args=[pilots.running.code])
        assert member.get(at).status_code == 404


def test_who_keeps_is_told_that_others_decide(desk, running):
    at = reverse("pilots_desk:stop", args=[running.code])
    told = {"revision": running.revision, "number": "1/QĐ", "decided_on": f"{today():%d/%m/%Y}"}

    assert desk.post(at, told).status_code == 409
    running.refresh_from_db()
    assert running.is_running


def test_a_decision_is_in_force_no_earlier_than_it_was_made(client, people, running):
    chair = as_officer(client, people.chair.person)
    told = {
        "revision": running.revision,
        "number": "1/QĐ-UBND",
        "decided_on": f"{today():%d/%m/%Y}",
        "since": f"{STARTED + timedelta(days=1):%d/%m/%Y}",
    }

    answer = chair.post(reverse("pilots_desk:spread", args=[running.code]), told)

    assert "không thể trước ngày quyết định" in answer.content.decode()


def test_to_spread_without_a_final_review_is_said_and_ticked(client, people, running):
    chair = as_officer(client, people.chair.person)
    at = reverse("pilots_desk:spread", args=[running.code])
    told = {
        "revision": running.revision,
        "number": "1/QĐ-UBND",
        "decided_on": f"{today():%d/%m/%Y}",
    }

    assert "chưa có tổng kết nào được chốt" in chair.post(at, told).text
    running.refresh_from_db()
    assert running.is_running

    chair.post(at, {**told, "seen_warning": "on"})
    running.refresh_from_db()
    assert not running.is_running


def test_every_office_of_today_may_take_part(desk, offices):
    page = desk.get(reverse("pilots_desk:enter"))

    offered = {pk for pk, _name in page.context["form"].fields["offices"].choices}
    assert offices.member.pk in offered


@pytest.mark.parametrize(
    ("name", "most"),
    [("list", 21), ("detail", 28), ("hold_review", 51), ("review", 23), ("compare", 35)],
)
def test_pages_of_the_desk_cost_few_queries(
    desk, pilots, name, most, django_assert_max_num_queries
):
    where = {
        "list": [],
        "detail": [pilots.running.code],
        "compare": [pilots.running.code],
        "hold_review": [pilots.running.code, pilots.waiting.pk],
        "review": [pilots.reviewed.code, pilots.held.pk],
    }[name]

    with django_assert_max_num_queries(most):
        assert desk.get(reverse(f"pilots_desk:{name}", args=where)).status_code == 200
