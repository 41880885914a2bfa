"""When does a session end, and what is left of what was typed?"""

import pytest
from django.urls import reverse

from motcua.accounts.middleware import SEEN_AT_KEY
from motcua.accounts.tests import sessions

AN_HOUR = 60 * 60


@pytest.fixture
def signed_in(client, citizen, clock):
    client.get("/tai-khoan/dang-nhap/")
    sessions.as_citizen(client, citizen)
    client.get("/tai-khoan/")
    return client


def test_after_an_hour_without_a_click_the_session_is_over(signed_in, clock):
    clock.shift(AN_HOUR + 1)

    response = signed_in.get("/tai-khoan/?trang=2")

    page = response.content.decode()
    assert response.status_code == 401
    assert "Phiên làm việc đã kết thúc" in page
    assert "?next=/tai-khoan/%3Ftrang%3D2" in page
    assert "_auth_user_id" not in signed_in.session


def test_who_clicks_now_and_then_stays(signed_in, clock):
    for _pause in range(3):
        clock.shift(AN_HOUR - 60)
        assert signed_in.get("/tai-khoan/").status_code == 200


def test_a_working_day_ends_every_session(signed_in, clock):
    for _pause in range(9):
        clock.shift(AN_HOUR - 60)
        response = signed_in.get("/tai-khoan/")

    assert response.status_code == 401


def test_what_was_typed_is_still_there(signed_in, clock):
    clock.shift(AN_HOUR + 1)

    response = signed_in.post("/tai-khoan/", {"email": "dao@congdan.example", "phone": "0912"})

    page = response.content.decode()
    assert response.status_code == 403
    assert 'name="email" value="dao@congdan.example"' in page
    assert 'action="/tai-khoan/"' in page


def test_a_session_notes_its_life_once_a_minute_at_most(signed_in, clock):
    noted = signed_in.session[SEEN_AT_KEY]
    clock.shift(30)
    signed_in.get("/tai-khoan/")
    soon = signed_in.session[SEEN_AT_KEY]
    clock.shift(40)

    signed_in.get("/tai-khoan/")

    assert soon == noted
    assert signed_in.session[SEEN_AT_KEY] > noted


def test_a_public_page_of_an_old_session_is_nobody_s(signed_in, clock):
    clock.shift(AN_HOUR + 1)

    response = signed_in.get(reverse("accounts:citizen_sign_in"))

    assert response.status_code == 200
    assert not response.context["user"].is_authenticated


def test_signing_out_needs_a_click_of_ours(signed_in):
    assert signed_in.get(reverse("accounts:sign_out")).status_code == 405
    assert "_auth_user_id" in signed_in.session

    response = signed_in.post(reverse("accounts:sign_out"))

    assert response["Location"] == "/"
    assert "_auth_user_id" not in signed_in.session


def test_signing_out_reminds_of_the_provider(signed_in):
    response = signed_in.post(reverse("accounts:sign_out"), follow=True)

    assert "đăng xuất cả ở hệ thống định danh" in response.content.decode()
