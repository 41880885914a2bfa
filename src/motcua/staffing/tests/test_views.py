"""What does whoever manages staff see and press, and who sees nothing?"""

from datetime import date

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.organizations.models import Appointment, Quota
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory
from motcua.periods.models import since
from motcua.staffing.models import StaffEvent

pytestmark = pytest.mark.django_db
POSTS = "staff_desk:posts"
TYPED = {
    "kind": "holder",
    "first": "01/12/2026",
    "number": "214/QĐ-UBND",
    "decided_on": "20/11/2026",
    "issuer": "Chủ tịch UBND thành phố",
}
NEW = {"full_name": "Lê Thị Mới", "username": "moi.honggai", "email": "moi@motcua.example"}


def on(name, held):
    return reverse(f"staff_desk:{name}", args=[held.pk])


def typed_on(held, **said):
    return {**TYPED, "seen": held.recorded_at.isoformat(), **said}


def test_who_manages_no_staff_finds_nothing_and_no_door(client, town):
    other = as_officer(client, town.chair.person)

    assert other.get(reverse(POSTS)).status_code == 404
    assert other.get(on("end", town.chair)).status_code == 404
    assert reverse(POSTS) not in other.get(reverse("desk:inbox")).text


def test_the_list_shows_holders_and_what_is_empty(desk, town):
    page = desk.get(reverse(POSTS))

    assert [(row.post.title, row.free) for row in page.context["rows"]] == [
        ("Chủ tịch", 0),
        ("Phó Chủ tịch", 1),
    ]
    assert "Trần Thị Chung" in page.text
    assert f'href="{reverse(POSTS)}" aria-current="page"' in page.text


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"q": "tran chung"}, ["Chủ tịch"]),
        ({"q": "phó"}, ["Phó Chủ tịch"]),
        ({"xem": "trong"}, ["Phó Chủ tịch"]),
        ({"xem": "thay"}, []),
        ({"xem": "kiem-nhiem"}, []),
        ({"co_quan": "H49.61"}, ["Chủ tịch", "Phó Chủ tịch"]),
        ({"ngay": "hôm qua"}, ["Chủ tịch", "Phó Chủ tịch"]),
    ],
)
def test_the_list_is_filtered(desk, town, asked, titles):
    page = desk.get(reverse(POSTS), asked)

    assert [row.post.title for row in page.context["rows"]] == titles


def test_the_list_costs_the_same_however_many_hold_posts(desk, town, django_assert_max_num_queries):
    for person in PersonFactory.create_batch(3):
        AppointmentFactory.create_batch(2, post__organization=town.commune, person=person)
    desk.get(reverse(POSTS))

    with django_assert_max_num_queries(20):
        page = desk.get(reverse(POSTS), {"co_quan": "H49.61"})

    assert page.text.count("đồng thời") == 6


def test_headcount_stands_against_the_quota(desk, town):
    Quota.objects.create(organization=town.commune, year=2026, kind="civil", assigned=0)

    page = desk.get(reverse(POSTS), {"co_quan": "H49.61"})

    assert "vượt biên chế" in page.text


def test_somebody_is_found_without_marks_and_chosen(desk, town):
    page = desk.get(on("appoint", town.deputy), {"q": "duc nguyen"})

    assert f"?nguoi={town.somebody.pk}" in page.text


def test_a_citizen_cannot_be_chosen(desk, town):
    citizen = PersonFactory(username="cd-abc", password="!")

    page = desk.get(on("appoint", town.deputy), {"nguoi": citizen.pk})

    assert page.status_code == 404


def choosing(town):
    return f"{on('appoint', town.deputy)}?nguoi={town.somebody.pk}"


def test_somebody_is_appointed_after_reading_what_to_think_of(desk, town):
    first = desk.post(choosing(town), TYPED)
    assert "chọn hình thức kiêm nhiệm" in first.text
    assert 'value="214/QĐ-UBND"' in first.text

    done = desk.post(choosing(town), {**TYPED, "seen_warnings": "on"})

    assert done.url == reverse("staff_desk:person", args=[town.somebody.pk])
    assert town.deputy.appointments.get().person == town.somebody


def test_a_double_click_appoints_once(desk, town):
    key = "6f1c4c1e-2f0c-4a8e-9a3e-000000000001"
    typed = {**TYPED, "kind": "concurrent", "key": key}
    desk.post(choosing(town), typed)

    again = desk.post(choosing(town), typed, follow=True)

    assert again.status_code == 200
    assert StaffEvent.objects.count() == 1


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(desk, town):
    page = desk.post(
        f"{on('appoint', town.chair.post)}?nguoi={town.somebody.pk}", {**TYPED, "last": "mai"}
    )

    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"last"}
    assert 'value="mai"' in page.text


def test_a_second_holder_is_told_who_has_the_seat_and_what_was_typed_stays(desk, town):
    page = desk.post(f"{on('appoint', town.chair.post)}?nguoi={town.somebody.pk}", TYPED)

    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"first"}
    assert town.chair.person.full_name in page.text
    assert 'value="214/QĐ-UBND"' in page.text


def test_nobody_appoints_themselves(desk, town):
    address = f"{on('appoint', town.deputy)}?nguoi={town.manager.person.pk}"

    page = desk.post(address, {**TYPED, "kind": "concurrent"})

    assert "Không ai tự quyết về mình" in page.text
    assert not town.deputy.appointments.exists()


def test_somebody_new_gets_an_account_and_no_password_is_shown(desk, town):
    done = desk.post(f"{on('appoint', town.deputy)}?moi=1", {**TYPED, **NEW}, follow=True)

    person = town.deputy.appointments.get().person
    assert "moi.honggai" in done.text
    assert "chưa đặt mật khẩu" in done.text
    assert not person.has_usable_password()
    again = desk.post(reverse("staff_desk:invite", args=[person.pk]), follow=True)
    assert "Đã xếp thư" in again.text


def test_an_end_replacement_and_cover(desk, town):
    choice = f"?nguoi={town.somebody.pk}"
    chair = town.chair
    away = typed_on(chair, last="10/12/2026")
    desk.post(on("cover", chair) + choice, away)
    assert Appointment.objects.get(kind="cover").covers == chair

    typed = typed_on(chair, first="01/01/2027", kind="concurrent")
    desk.post(on("replace", chair) + choice, typed)
    assert chair.post.appointments.filter(kind="concurrent").count() == 1

    chair.refresh_from_db()
    page = desk.post(on("end", chair), typed_on(chair, last="31/12/2026"))
    assert "đã có ngày thôi giữ là 31/12/2026" in page.text
    done = desk.post(on("end", chair), typed_on(chair, last="15/12/2026"))
    assert done.status_code == 302


def test_a_stale_page_ends_nothing(desk, town):
    typed = typed_on(town.chair, last="15/12/2026", seen="2026-01-01T00:00:00+00:00")

    page = desk.post(on("end", town.chair), typed)

    assert page.status_code == 409
    assert "đã thay đổi từ lúc bạn mở trang" in page.text


def test_a_person_has_a_page_with_every_post_and_its_history(
    desk, town, django_assert_max_num_queries
):
    desk.post(choosing(town), {**TYPED, "kind": "concurrent"})
    address = reverse("staff_desk:person", args=[town.somebody.pk])

    with django_assert_max_num_queries(21):
        page = desk.get(address)

    career = page.context["career"]
    assert [len(lines) for lines in (career.now, career.coming, career.before)] == [1, 1, 0]
    assert [move.verb for move in career.coming[0].moves] == ["cover", "end", "revoke"]
    assert not career.now[0].moves, "that post is of a house one does not manage"
    assert "Quyết định số 214/QĐ-UBND" in page.text


def test_who_never_worked_there_has_no_page(desk, town):
    assert desk.get(reverse("staff_desk:person", args=[town.somebody.pk])).status_code == 404


# --- What only the page writes --------------------------------------------------------------------

SENTENCE = "Phần mà trang tự ghi đã bị mất hoặc bị đổi"


@pytest.mark.parametrize("key", ["x", "\0", "1" * 900])
def test_a_key_that_somebody_changed_is_one_sentence_and_may_be_sent_again(desk, town, key):
    page = desk.post(choosing(town), {**TYPED, "kind": "concurrent", "key": key})

    assert SENTENCE in page.text
    assert 'value="214/QĐ-UBND"' in page.text
    assert "UUID" not in page.text
    fresh = page.context["form"]["key"].value()
    done = desk.post(choosing(town), {**TYPED, "kind": "concurrent", "key": fresh})
    assert done.status_code == 302


@pytest.mark.parametrize("seen", ["", "hôm qua"])
def test_an_appointment_as_nobody_saw_it_is_the_same_sentence(desk, town, seen):
    typed = {**TYPED, "last": "15/12/2026", "seen": seen, "key": "x"}

    page = desk.post(on("end", town.chair), typed)

    assert page.text.count(SENTENCE) == 1
    assert page.context["form"]["seen"].value() == town.chair.recorded_at.isoformat()
    assert "Có 1 chỗ cần sửa" in page.text


def test_a_changed_key_of_a_number_is_the_same_sentence(desk, town):
    AppointmentFactory(post=town.deputy, person=town.somebody)
    address = reverse("staff_desk:number", args=[town.somebody.pk])

    page = desk.post(address, {"personal_number": "022190001234", "key": "x"})

    assert SENTENCE in page.text
    assert 'value="022190001234"' in page.text


# --- What can no longer be done -------------------------------------------------------------------


@pytest.fixture
def gone(town):
    return AppointmentFactory(
        post=town.deputy, valid_during=since(date(2025, 7, 1), date(2026, 1, 1))
    )


@pytest.mark.parametrize("move", ["end", "replace", "cover", "revoke"])
def test_what_has_ended_has_no_form_and_says_when(desk, gone, move):
    page = desk.get(on(move, gone))

    assert "đã thôi giữ chức vụ này, ngày cuối là 31/12/2025" in page.text
    assert 'name="decided_on"' not in page.text
    assert 'name="q"' not in page.text
    assert reverse("staff_desk:person", args=[gone.person_id]) in page.text


def test_a_form_of_before_does_nothing_to_what_has_ended(desk, gone):
    page = desk.post(on("end", gone), typed_on(gone, last="15/12/2025"))

    assert page.status_code == 409
    assert "ngày cuối là 31/12/2025" in page.text
    assert not StaffEvent.objects.exists()


def test_what_has_begun_is_told_to_be_ended_and_what_comes_to_be_revoked(desk, town):
    coming = AppointmentFactory(post=town.deputy, valid_during=since(date(2026, 12, 1)))

    assert "Muốn thôi giữ thì kết thúc" in desk.get(on("revoke", town.chair)).text
    assert "thu hồi rồi bổ nhiệm người mới" in desk.get(on("replace", coming)).text
