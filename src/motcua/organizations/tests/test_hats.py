"""Does an officer act in one post at a time, and in none that has ended?"""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer, with_password_only
from motcua.organizations import hats
from motcua.organizations.http import acting_of, needs_hat
from motcua.organizations.models import Capacity, RememberedHat
from motcua.organizations.tests.factories import (
    FIRST_DAY,
    TODAY,
    AppointmentFactory,
    PersonFactory,
)
from motcua.periods.models import since

pytestmark = pytest.mark.django_db

HATS = "/can-bo/chuc-vu/"


def worn(browser):
    """The title in the strip of the desk, or nothing."""
    acting = browser.get(HATS).wsgi_request.acting
    return acting.post.title if acting.post else None


def choose(browser, appointment, **more):
    return browser.post(reverse("organizations:choose_hat"), {"hat": appointment.pk, **more})


# --- Which hat -----------------------------------------------------------------------------------


def test_the_only_hat_is_worn_without_asking(desk):
    assert worn(desk) == "Phó Chủ tịch"


def test_of_two_hats_none_is_worn_before_one_is_chosen(desk, counter_hat):
    assert worn(desk) is None


def test_a_chosen_hat_is_worn(desk, counter_hat):
    choose(desk, counter_hat)

    assert worn(desk) == "Giám đốc"


def test_a_hat_can_be_changed(desk, committee_hat, counter_hat):
    choose(desk, counter_hat)

    choose(desk, committee_hat)

    assert worn(desk) == "Phó Chủ tịch"


def test_the_hat_of_last_time_is_worn_at_the_next_sign_in(desk, counter_hat):
    choose(desk, counter_hat)
    desk.logout()

    assert worn(as_officer(desk, counter_hat.person)) == "Giám đốc"


def test_two_sessions_may_wear_two_hats(desk, committee_hat, counter_hat):
    other = as_officer(Client(), committee_hat.person)
    choose(desk, counter_hat)
    choose(other, committee_hat)

    assert (worn(desk), worn(other)) == ("Giám đốc", "Phó Chủ tịch")


def test_an_ended_appointment_is_gone_at_once(desk, committee_hat, counter_hat):
    choose(desk, counter_hat)
    counter_hat.valid_during = since(FIRST_DAY, TODAY)
    counter_hat.save()

    assert worn(desk) == "Phó Chủ tịch"
    assert "Giám đốc" not in desk.get(HATS).content.decode()


def test_an_appointment_of_tomorrow_is_no_hat_yet(desk, committee_hat):
    AppointmentFactory(person=committee_hat.person, valid_during=since(TODAY + timedelta(days=1)))

    assert [each.pk for each in hats.of(committee_hat.person)] == [committee_hat.pk]


def test_who_holds_nothing_wears_nothing(client):
    browser = as_officer(client, PersonFactory())

    assert worn(browser) is None
    assert "Hiện không có chức vụ nào" in browser.get(HATS).content.decode()


# --- At which door -------------------------------------------------------------------------------


def request_of(person):
    request = RequestFactory().get("/")
    request.user, request.session = person, SessionStore()
    return request


def test_nobody_acts_where_nobody_signed_in():
    assert acting_of(request_of(AnonymousUser())) is None


def test_the_same_human_acts_as_a_citizen_by_the_citizens_door(client, committee_hat):
    browser = as_citizen(client, committee_hat.person)

    request = browser.get("/").wsgi_request

    assert request.acting.person == committee_hat.person
    assert request.acting.post is None


def test_a_password_alone_puts_no_hat_on(client, committee_hat):
    browser = with_password_only(client, committee_hat.person)

    assert browser.get("/").wsgi_request.acting.post is None


def test_a_chosen_hat_does_not_go_through_the_citizens_door(client, committee_hat):
    browser = as_officer(client, committee_hat.person)
    choose(browser, committee_hat)
    session = browser.session
    session["account_authentication_methods"] = []
    session.save()

    assert browser.get("/").wsgi_request.acting.post is None


def test_another_person_s_hat_cannot_be_chosen(desk, counter_hat):
    stranger = AppointmentFactory(post__title="Chủ tịch")

    answer = choose(desk, stranger)

    assert answer.status_code == 302
    assert answer["Location"] == HATS
    assert worn(desk) is None
    assert not RememberedHat.objects.exists()


@pytest.mark.parametrize("hat", ["", "0", "x", "-1", "9" * 30, "1 OR 1=1"])
def test_nonsense_is_no_hat(desk, counter_hat, hat):
    answer = desk.post(reverse("organizations:choose_hat"), {"hat": hat}, follow=True)

    assert answer.status_code == 200
    assert "* hat" not in answer.text
    assert "Hãy chọn" in answer.text
    assert worn(desk) is None


def test_a_link_alone_changes_nothing(desk):
    assert desk.get(reverse("organizations:choose_hat")).status_code == 405


def test_an_unsigned_visitor_is_sent_to_the_officers_door(client):
    answer = client.get(HATS)

    assert answer.status_code == 302
    assert "/can-bo/dang-nhap/" in answer["Location"]


# --- The page ------------------------------------------------------------------------------------


def test_the_page_lists_hats_with_post_and_agency(desk, counter_hat):
    page = desk.get(HATS).content.decode()

    assert "Giám đốc" in page
    assert "Trung tâm Phục vụ hành chính công phường Mẫu" in page


def test_the_page_asks_as_much_for_ten_hats_as_for_two(
    desk, counter_hat, django_assert_max_num_queries
):
    AppointmentFactory.create_batch(8, person=counter_hat.person)
    desk.get(HATS)

    with django_assert_max_num_queries(10) as asked:
        desk.get(HATS)

    assert len([q for q in asked.captured_queries if "organizations_appointment" in q["sql"]]) <= 2


def test_every_page_of_the_desk_says_in_which_post_one_acts(desk, committee_hat):
    page = desk.get(HATS).content.decode()

    assert f"{committee_hat.person.full_name} đang làm với tư cách" in page
    assert f"Phó Chủ tịch, {committee_hat.post.organization.name}" in page


def test_the_way_back_is_kept(desk, counter_hat):
    page = desk.get(HATS, {"next": "/can-bo/ho-so/?q=1"}).content.decode()

    assert 'value="/can-bo/ho-so/?q=1"' in page


def test_after_choosing_one_goes_on_where_one_was(desk, counter_hat):
    assert choose(desk, counter_hat, next="/can-bo/ho-so/")["Location"] == "/can-bo/ho-so/"


@pytest.mark.parametrize("elsewhere", ["https://xau.example/", "//xau.example", "javascript:1", ""])
def test_after_choosing_one_stays_in_the_house(desk, counter_hat, elsewhere):
    assert choose(desk, counter_hat, next=elsewhere)["Location"].startswith("/")
    assert "xau" not in choose(desk, counter_hat, next=elsewhere)["Location"]


# --- Rooms that need a hat -----------------------------------------------------------------------


def officers_room(request):
    return "in"


def test_without_a_hat_one_chooses_first(committee_hat, counter_hat):
    request = request_of(committee_hat.person)
    request.acting = acting_of(request)

    answer = needs_hat(officers_room)(request)

    assert answer["Location"] == f"{HATS}?next=%2F"


def test_with_a_hat_one_is_in(desk):
    request = desk.get(HATS).wsgi_request

    assert needs_hat(officers_room)(request) == "in"


# --- Standing in, and the names of a merged body --------------------------------


def strip(browser):
    page = " ".join(browser.get(HATS).content.decode().split())
    return page.partition('<section class="hat"')[2].partition("</section>")[0]


def test_the_strip_names_who_is_away_and_until_when(client, committee_hat):
    deputy = AppointmentFactory(
        post=committee_hat.post,
        kind="cover",
        seat=None,
        covers=committee_hat,
        valid_during=since(TODAY, TODAY + timedelta(days=8)),
    )

    said = strip(as_officer(client, deputy.person))

    assert "Phó Chủ tịch (người thay)" in said
    assert f"thay {committee_hat.person.full_name} trong thời gian vắng mặt đến" in said
    assert 'datetime="2026-11-29"' in said


def test_a_cover_ends_in_the_middle_of_a_session_and_nothing_ran(client, committee_hat):
    cover = AppointmentFactory(
        post=committee_hat.post,
        kind="cover",
        seat=None,
        covers=committee_hat,
        valid_during=since(TODAY, TODAY + timedelta(days=1)),
    )
    with time_machine.travel("2026-11-22 23:59:59+07:00", tick=False):
        browser = as_officer(client, cover.person)
        assert worn(browser) == "Phó Chủ tịch"

    with time_machine.travel("2026-11-23 00:00+07:00", tick=False):
        assert worn(browser) is None


@pytest.fixture
def merged_hat(db):
    """Somebody's post in a body of the Party and of the state."""
    held = AppointmentFactory(post__title="Trưởng ban", post__organization__kind="merged")
    for line, name in [(2, "Ban Tổ chức Thành ủy"), (1, "Sở Nội vụ")]:
        Capacity.objects.create(
            organization=held.post.organization,
            line=line,
            full_name=name,
            valid_during=since(TODAY),
        )
    return held


def test_a_body_of_two_systems_is_a_hat_for_each(client, merged_hat):
    browser = as_officer(client, merged_hat.person)

    page = browser.get(HATS).content.decode()

    assert worn(browser) is None
    assert page.index("Sở Nội vụ") < page.index("Ban Tổ chức Thành ủy")


def test_a_name_that_was_chosen_is_acted_under_and_remembered(client, merged_hat):
    browser = as_officer(client, merged_hat.person)
    party = Capacity.objects.get(line=2)

    browser.post(reverse("organizations:choose_hat"), {"hat": f"{merged_hat.pk}-{party.pk}"})

    assert "với tư cách Ban Tổ chức Thành ủy" in strip(browser)
    browser.logout()
    again = as_officer(browser, merged_hat.person).get(HATS).wsgi_request.acting
    assert again.capacity == party


def test_a_name_of_another_body_is_no_hat(desk, committee_hat, merged_hat):
    party = Capacity.objects.get(line=2)

    desk.post(reverse("organizations:choose_hat"), {"hat": f"{committee_hat.pk}-{party.pk}"})

    assert desk.get(HATS).wsgi_request.acting.capacity is None
