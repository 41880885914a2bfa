"""Who gets in by the password door, and what does it take to get further?"""

import time
from smtplib import SMTPServerDisconnected

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.urls import NoReverseMatch, reverse

from motcua.accounts import actions, assurance
from motcua.accounts.models import Person
from motcua.accounts.tests import sessions
from motcua.accounts.tests.conftest import PASSWORD, TOTP_SECRET

DOOR = "/tai-khoan/can-bo/dang-nhap/"
CODE = "/tai-khoan/can-bo/hai-lop/nhap-ma/"
SET_UP = "/tai-khoan/can-bo/hai-lop/ung-dung/"
RESET = "/tai-khoan/can-bo/quen-mat-khau/"


def code(secret: str = TOTP_SECRET) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def give_password(client, person, password=PASSWORD, **fields):
    return client.post(DOOR, {"login": person.username, "password": password, **fields})


def stands_at_both_locks_open(client) -> bool:
    records = client.session.get(sessions.RECORDS_KEY, [])
    return [record["method"] for record in records] == ["password", "mfa"]


# --- Two locks -----------------------------------------------------------------------------


def test_password_and_code_open_the_door(client, officer):
    response = give_password(client, officer, next="/tai-khoan/")
    assert response["Location"] == CODE

    response = client.post(CODE, {"code": code()})

    assert response["Location"] == "/tai-khoan/"
    assert stands_at_both_locks_open(client)


def test_the_password_alone_opens_nothing(client, officer):
    give_password(client, officer)

    assert "_auth_user_id" not in client.session
    assert client.get("/tai-khoan/").status_code == 302


def test_a_wrong_code_opens_nothing(client, officer):
    give_password(client, officer)

    response = client.post(CODE, {"code": "000000"})

    assert "Mã chưa đúng" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_code_serves_once(client, officer):
    give_password(client, officer)
    used = code()
    client.post(CODE, {"code": used})
    client.post("/tai-khoan/dang-xuat/")
    give_password(client, officer)

    response = client.post(CODE, {"code": used})

    assert "Mã chưa đúng" in response.content.decode()


def test_a_recovery_code_serves_once(client, officer):
    sessions.as_officer(client, officer)
    client.post(reverse("mfa_generate_recovery_codes"))
    page = client.get(reverse("mfa_view_recovery_codes"))
    recovery = page.context["unused_codes"][0]
    client.post("/tai-khoan/dang-xuat/")

    give_password(client, officer)
    client.post(CODE, {"code": recovery})
    first = stands_at_both_locks_open(client)
    client.post("/tai-khoan/dang-xuat/")
    give_password(client, officer)
    client.post(CODE, {"code": recovery})

    assert first
    assert "_auth_user_id" not in client.session


def test_the_secret_of_the_second_factor_is_sealed(officer):
    kept = Authenticator.objects.get(user=officer).data

    assert TOTP_SECRET not in str(kept)


def test_whoever_comes_first_time_sets_up_the_second_factor_before_anything_else(
    client, new_officer
):
    give_password(client, new_officer, next="/tai-khoan/")

    assert client.get("/tai-khoan/")["Location"].startswith(SET_UP)
    assert client.get("/bien-tap/")["Location"].startswith(SET_UP)
    assert client.get(SET_UP).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_it_up_opens_the_second_lock_and_shows_recovery_codes(client, new_officer):
    """allauth announces a new factor after commit, so this test has to commit."""
    give_password(client, new_officer)
    secret = client.get(SET_UP).context["form"].secret

    response = client.post(SET_UP, {"code": code(secret)})

    assert response["Location"] == reverse("mfa_view_recovery_codes")
    assert len(client.get(response["Location"]).context["unused_codes"]) == 10
    assert stands_at_both_locks_open(client)
    assert client.get("/tai-khoan/").status_code == 200


def test_a_wrong_code_sets_up_nothing(client, new_officer):
    give_password(client, new_officer)
    client.get(SET_UP)

    client.post(SET_UP, {"code": "000000"})

    assert not Authenticator.objects.filter(user=new_officer).exists()
    assert not stands_at_both_locks_open(client)


def test_without_any_factor_left_the_session_has_to_set_one_up(client, officer):
    give_password(client, officer)
    client.post(CODE, {"code": code()})

    client.post(reverse("mfa_deactivate_totp"))

    assert client.get("/tai-khoan/")["Location"].startswith(SET_UP)


def test_an_administrator_can_forget_a_lost_factor(client, officer):
    actions.forget_second_factor(officer)

    give_password(client, officer)

    assert client.get("/tai-khoan/")["Location"].startswith(SET_UP)


def test_changes_ask_again_when_the_locks_were_opened_long_ago(clock, client, officer):
    sessions.as_officer(client, officer)
    clock.shift(20 * 60)

    response = client.get(reverse("mfa_deactivate_totp"))

    assert response["Location"].startswith(reverse("account_reauthenticate"))


# --- One door, one kind of session -----------------------------------------------------------


def test_signing_in_here_ends_the_citizen_s_session(client, officer):
    sessions.as_citizen(client, officer)

    give_password(client, officer)
    client.post(CODE, {"code": code()})

    assert stands_at_both_locks_open(client)
    assert assurance.LEVEL_KEY not in client.session


def test_an_officer_who_is_in_goes_on_from_the_door(client, officer):
    sessions.as_officer(client, officer)

    response = client.get(DOOR, {"next": "/tai-khoan/?x"})

    assert response["Location"] == "/tai-khoan/?x"


def test_the_door_leads_to_no_other_host(client, officer):
    give_password(client, officer, next="https://ke-xau.example/")

    response = client.post(CODE, {"code": code()})

    assert response["Location"].startswith("/")
    assert not response["Location"].startswith("//")


def test_a_session_of_another_person_is_not_taken_over(client, officer, citizen):
    sessions.as_citizen(client, citizen)
    before = client.session.session_key

    give_password(client, officer)
    client.post(CODE, {"code": code()})

    assert client.session["_auth_user_id"] == str(officer.pk)
    assert client.session.session_key != before


@pytest.mark.parametrize("password", ["", "!", PASSWORD])
def test_a_citizen_has_no_password(client, citizen, password):
    give_password(client, citizen, password)

    assert "_auth_user_id" not in client.session


def test_the_machine_has_no_password(client, db):
    machine = Person.objects.machine()

    response = give_password(client, machine, "!")

    assert "_auth_user_id" not in client.session
    assert "chưa đúng" in response.content.decode()


def test_a_closed_account_stays_outside(client, officer):
    officer.is_active = False
    officer.save()

    response = give_password(client, officer)

    assert response["Location"] == reverse("account_inactive")
    assert client.get(response["Location"]).status_code == 403


# --- Too many attempts -----------------------------------------------------------------------


def test_five_wrong_passwords_close_the_door_for_a_while(client, officer):
    for _attempt in range(5):
        give_password(client, officer, "sai")

    response = give_password(client, officer)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Hãy đợi 5 phút" in page
    assert "người quản trị" in page


def test_attempts_are_counted_where_every_process_sees_them(client, officer):
    cache.clear()
    give_password(client, officer, "sai")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_shared_count")
        assert cursor.fetchone()[0] > 0


def test_an_unknown_name_sounds_like_a_wrong_password(client, officer):
    wrong = give_password(client, officer, "sai").content.decode()
    unknown = client.post(DOOR, {"login": "khong.co", "password": "sai"}).content.decode()

    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in wrong
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in unknown


# --- Forgotten -------------------------------------------------------------------------------


@pytest.fixture
def officer_with_address(officer):
    officer.be_reached_at(email="thu@xa.example", phone="")
    return officer


def test_an_officer_gets_a_letter_and_a_new_password(client, officer_with_address):
    client.post(RESET, {"email": "thu@xa.example"})
    (letter,) = mail.outbox
    link = next(line for line in letter.body.splitlines() if line.startswith("http"))
    form = client.get(link.removeprefix("http://testserver"), follow=True)

    response = client.post(
        form.request["PATH_INFO"], {"password1": "Mùa xuân đã về", "password2": "Mùa xuân đã về"}
    )

    assert response["Location"] == reverse("account_reset_password_from_key_done")
    officer_with_address.refresh_from_db()
    assert officer_with_address.check_password("Mùa xuân đã về")
    assert "_auth_user_id" not in client.session
    assert give_password(client, officer_with_address, "Mùa xuân đã về")["Location"] == CODE


def test_citizens_and_strangers_get_no_letter_and_the_same_answer(client, citizen):
    citizen.be_reached_at(email="dao@congdan.example", phone="")

    of_citizen = client.post(RESET, {"email": "dao@congdan.example"})
    of_stranger = client.post(RESET, {"email": "ai@do.example"})

    assert of_citizen["Location"] == of_stranger["Location"]
    assert not mail.outbox


class Away(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected


def test_a_mail_server_that_is_away_is_said_plainly(client, officer_with_address, settings):
    settings.EMAIL_BACKEND = f"{Away.__module__}.{Away.__name__}"

    response = client.post(RESET, {"email": "thu@xa.example"})

    assert response.status_code == 200
    assert "Máy chủ thư đang gián đoạn" in response.content.decode()


# --- What is not built in --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_set_password",
        "account_request_login_code",
        "socialaccount_signup",
        "socialaccount_connections",
        "openid_connect_login",
        "openid_connect_callback",
        "mfa_trust",
        "mfa_signup_webauthn",
    ],
)
def test_what_we_do_not_need_of_allauth_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


PAGES = [
    "mfa_index",
    "account_change_password",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
]


@pytest.mark.parametrize("name", PAGES)
def test_an_officer_s_pages_stand_in_our_layout(client, officer, name):
    sessions.as_officer(client, officer)

    page = client.get(reverse(name)).content.decode()

    assert "ui/look.css" in page
    assert "testserver</title>" not in page


def test_the_doors_cost_few_queries(client, officer, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(DOOR)
