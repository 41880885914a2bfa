"""Who gets in by the citizens' door, and which answers of a provider are refused?"""

import base64
import hashlib
import hmac
import json
import logging
import time

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives import serialization
from django.urls import reverse

from motcua.accounts import assurance
from motcua.accounts.models import Person
from motcua.accounts.tests.authority import CITIZEN, CLIENT_ID, _query

NUMBER = CITIZEN["SoDinhDanh"]
START = "/tai-khoan/dang-nhap/"


def begin(client, **fields):
    response = client.post(START, fields)
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def sign_in(client, authority, **fields):
    return client.get(authority.agree(begin(client, **fields)))


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


# --- In ------------------------------------------------------------------------------------


def test_a_citizen_signs_in(client, authority):
    response = sign_in(client, authority)

    assert response.status_code == 302
    assert response["Location"] == "/tai-khoan/"
    person = Person.objects.get(pk=client.session["_auth_user_id"])
    assert person.personal_number == NUMBER
    assert person.full_name == "Nguyễn Thị Đào"
    assert person.birth_date.isoformat() == "1988-11-02"
    assert person.sex == Person.Sex.FEMALE
    assert client.session[assurance.LEVEL_KEY] == 2


def test_the_question_carries_state_nonce_and_pkce(client, authority):
    asked = _query(begin(client))

    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43
    assert len(asked["nonce"]) >= 32
    assert len(asked["state"]) >= 16
    assert set(asked["scope"].split()) == {"openid", "profile"}


def test_every_question_has_its_own_nonce(client, authority):
    assert _query(begin(client))["nonce"] != _query(begin(client))["nonce"]


def test_the_number_is_kept_in_the_person_only_and_sealed(client, authority):
    sign_in(client, authority)

    account = SocialAccount.objects.get()
    person = account.user
    assert account.extra_data == {}
    assert NUMBER not in account.uid and CITIZEN["sub"] not in account.uid
    assert NUMBER not in person.username
    assert NUMBER.encode() not in bytes(person.sealed_personal_number)
    assert NUMBER not in str(dict(client.session.items()))


def test_the_second_time_it_is_the_same_person_with_today_s_name(client, authority):
    sign_in(client, authority)
    client.post("/tai-khoan/dang-xuat/")
    authority.citizen["HoVaTen"] = "Nguyễn Thị Hồng Đào"

    sign_in(client, authority)

    assert [person.full_name for person in Person.objects.humans()] == ["Nguyễn Thị Hồng Đào"]
    assert SocialAccount.objects.count() == 1


def test_an_officer_who_comes_as_a_citizen_is_the_same_person(client, authority, officer):
    officer.personal_number, officer.full_name = NUMBER, "NGUYEN THI DAO"
    officer.save()

    sign_in(client, authority)

    assert client.session["_auth_user_id"] == str(officer.pk)
    officer.refresh_from_db()
    assert officer.username == "tiepnhan.thu"


def test_the_session_gets_a_new_key(client, authority):
    address = begin(client)
    before = client.session.session_key

    client.get(authority.agree(address))

    assert client.session.session_key != before


def test_the_sign_in_leads_back_to_the_page_that_asked_for_it(client, authority):
    wanted = reverse("accounts:home") + "?a=b"

    response = sign_in(client, authority, next=wanted)

    assert response["Location"] == wanted


@pytest.mark.parametrize(
    "address",
    [
        "https://ke-xau.example/",
        "//ke-xau.example/",
        "/\\ke-xau.example/",
        "\\\\ke-xau.example",
        "javascript:alert(1)",
        "http:///ke-xau.example",
        "/\t/ke-xau.example",
    ],
)
def test_it_never_leads_to_another_host(client, authority, address):
    response = sign_in(client, authority, next=address)

    assert response["Location"] == "/tai-khoan/"


def test_a_basic_account_has_level_one(client, authority):
    authority.citizen["MucDoXacThuc"] = "1"

    sign_in(client, authority)

    assert client.session[assurance.LEVEL_KEY] == 1


def test_query_parameters_change_nothing_of_the_question(client, authority):
    response = client.post(
        f"{START}?scope=evil&auth_params=prompt%3Dnone%26nonce%3Dmine&process=connect"
    )

    asked = _query(response["Location"])
    assert set(asked["scope"].split()) == {"openid", "profile"}
    assert asked["nonce"] != "mine"
    assert "prompt" not in asked


# --- Refused: each answer is wrong in one thing --------------------------------------------


def claims_with(**changed):
    return {"change_claims": lambda claims: {**claims, **changed}}


def claims_without(name):
    return {"change_claims": lambda claims: {k: v for k, v in claims.items() if k != name}}


LIES = {
    "wrong nonce": claims_with(nonce="another"),
    "foreign letters as nonce": claims_with(nonce="khác"),
    "no nonce": claims_without("nonce"),
    "wrong audience": claims_with(aud="another-portal"),
    "several audiences without a party": claims_with(aud=[CLIENT_ID, "another-portal"]),
    "another party": claims_with(azp="another-portal"),
    "wrong issuer": claims_with(iss="https://ke-xau.example"),
    "no subject": claims_without("sub"),
    "no end": claims_without("exp"),
    "another access token": claims_with(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "userinfo of another subject": {"change_userinfo": lambda told: told | {"sub": "so-2"}},
    "userinfo of nobody": {"change_userinfo": lambda told: {"SoDinhDanh": NUMBER}},
    "no ID token": {"change_tokens": lambda told: {"access_token": told["access_token"]}},
    "an ID token that is none": {"change_tokens": lambda told: told | {"id_token": "a.b.c"}},
    "no signature": {"sign": lambda claims: jwt.encode(claims, "", algorithm="none")},
    "a shared secret": {"sign": lambda claims: jwt.encode(claims, "x" * 32, algorithm="HS256")},
    "no personal number": {"change_userinfo": lambda told: told | {"SoDinhDanh": ""}},
    "half a personal number": {"change_userinfo": lambda told: told | {"SoDinhDanh": "02218800"}},
}
WRONG_TIMES = {
    "over": {"iat": -500, "exp": -200},
    "not yet": {"iat": 300, "exp": 600},
    "made long ago": {"iat": -3600, "exp": 600},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_lie_is_refused(client, authority, lie):
    authority.lies(**lie)

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert "Đăng nhập lại" in response.content.decode()
    assert not is_signed_in(client)
    assert not Person.objects.humans().exists()


@pytest.mark.parametrize("times", WRONG_TIMES.values(), ids=WRONG_TIMES.keys())
def test_a_wrong_time_is_refused_and_says_so(client, authority, times):
    shifted = {name: int(time.time()) + seconds for name, seconds in times.items()}
    authority.lies(**claims_with(**shifted))

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert "Giờ của hai hệ thống lệch nhau" in response.content.decode()
    assert not is_signed_in(client)


def test_clocks_may_differ_by_less_than_a_minute(client, authority):
    authority.lies(**claims_with(iat=int(time.time()) + 40))

    sign_in(client, authority)

    assert is_signed_in(client)


def test_a_token_signed_with_another_key_is_refused(client, authority, other_rsa_key):
    authority.lies(
        sign=lambda claims: jwt.encode(
            claims, other_rsa_key, algorithm="RS256", headers={"kid": authority.kid}
        )
    )

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert not is_signed_in(client)


def signed_with_public_key(claims, key, kid):
    """What a forger does who knows the public key: no library would write this."""
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    parts = ({"alg": "HS256", "typ": "JWT", "kid": kid}, claims)
    body = b".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in parts)
    seal = hmac.new(public, body, hashlib.sha256).digest()
    return (body + b"." + base64.urlsafe_b64encode(seal).rstrip(b"=")).decode()


def test_the_public_key_is_no_shared_secret(client, authority, rsa_key):
    authority.lies(sign=lambda claims: signed_with_public_key(claims, rsa_key, authority.kid))

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert not is_signed_in(client)


def test_the_wrong_verifier_is_refused_by_the_authority(client, authority):
    address = begin(client)
    session = client.session
    (state,) = session["socialaccount_states"].values()
    state[0]["pkce_code_verifier"] = "not-the-one-that-was-hashed" * 3
    session.save()

    response = client.get(authority.agree(address))

    assert response.status_code == 403
    assert authority.requests[-1] == "/token"
    assert not is_signed_in(client)


def test_an_answer_serves_once(client, authority):
    answer = authority.agree(begin(client))
    client.get(answer)
    client.post("/tai-khoan/dang-xuat/")

    response = client.get(answer)

    assert response.status_code == 403
    assert "không còn hiệu lực" in response.content.decode()
    assert not is_signed_in(client)


def test_an_answer_in_another_browser_is_refused(client, authority, django_user_model):
    answer = authority.agree(begin(client))
    other_browser = type(client)()

    response = other_browser.get(answer)

    assert response.status_code == 403
    assert not is_signed_in(other_browser)


def test_an_answer_without_code_is_refused(client, authority):
    state = _query(begin(client))["state"]

    response = client.get(f"{START}tra-loi/", {"state": state})

    assert response.status_code == 403


def test_an_answer_of_another_issuer_is_refused(client, authority):
    answer = authority.agree(begin(client))

    response = client.get(f"{answer}&iss=https://ke-xau.example")

    assert response.status_code == 403
    assert not is_signed_in(client)


def test_whoever_says_no_is_told_what_happened(client, authority):
    response = client.get(authority.disagree(begin(client, next="/tai-khoan/?x=1")))

    assert response.status_code == 403
    assert "Bạn chưa đồng ý đăng nhập" in response.content.decode()
    assert "next=%2Ftai-khoan%2F%3Fx%3D1" in response.content.decode()


def test_the_same_account_with_another_number_is_refused(client, authority):
    sign_in(client, authority)
    client.post("/tai-khoan/dang-xuat/")
    authority.citizen["SoDinhDanh"] = "022188009999"

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert "không khớp" in response.content.decode()
    assert not is_signed_in(client)
    assert not Person.objects.with_personal_number("022188009999").exists()


def test_a_closed_account_stays_outside(client, authority, citizen):
    citizen.is_active = False
    citizen.save()

    response = sign_in(client, authority)

    assert response.status_code == 403
    assert "bị khóa" in response.content.decode()
    assert not is_signed_in(client)


# --- Keys that change, neighbors that are away -----------------------------------------------


@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_a_new_key_is_fetched_when_it_is_needed(client, authority, other_rsa_key, named):
    authority.kid = "first" if named else None
    sign_in(client, authority)
    client.post("/tai-khoan/dang-xuat/")
    authority.lies(key=other_rsa_key, kid="second" if named else None)

    sign_in(client, authority)

    assert is_signed_in(client)
    assert authority.requests.count("/keys") == 2


def test_unknown_keys_are_not_asked_for_again_and_again(client, authority, other_rsa_key):
    authority.lies(
        sign=lambda claims: jwt.encode(
            claims, other_rsa_key, algorithm="RS256", headers={"kid": "unknown"}
        )
    )

    for _time in range(4):
        sign_in(client, authority)

    assert authority.requests.count("/keys") == 2


def test_endpoints_are_remembered(client, authority):
    begin(client)
    begin(client)

    assert authority.requests.count("/.well-known/openid-configuration") == 1


def test_a_provider_that_fails_is_an_outage(client, authority):
    authority.token_status = 502

    response = sign_in(client, authority)

    assert response.status_code == 503
    assert "đang gián đoạn" in response.content.decode()


def test_a_provider_that_does_not_answer_is_an_outage(client, authority, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"

    response = client.post(START)

    assert response.status_code == 503
    assert "đang gián đoạn" in response.content.decode()


def test_a_provider_that_calls_itself_otherwise_is_refused(client, authority, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = authority.issuer.replace("127.0.0.1", "localhost")

    assert client.post(START).status_code == 403


def test_without_a_provider_the_page_says_so(client, db):
    response = client.post(START)

    assert response.status_code == 503
    assert "chưa được nối" in response.content.decode()


# --- Nothing leaks -------------------------------------------------------------------------


def test_no_personal_number_reaches_the_log(client, authority, caplog):
    caplog.set_level(logging.DEBUG)

    sign_in(client, authority)
    client.get("/tai-khoan/")
    client.post("/tai-khoan/dang-xuat/")
    authority.lies(**claims_with(nonce="another"))
    sign_in(client, authority)

    told = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    assert caplog.records
    assert NUMBER not in told
    assert CITIZEN["sub"] not in told


def test_the_page_with_the_button_lets_its_form_go_to_the_provider_only(client, authority):
    policy = client.get(START)["Content-Security-Policy"]

    assert f"form-action 'self' {authority.issuer};" in f"{policy};"


def test_pressing_the_button_needs_a_token_of_ours(authority, client):
    strict = type(client)(enforce_csrf_checks=True)

    assert strict.post(START).status_code == 403
    assert strict.get(f"{START}tra-loi/").status_code == 403


def test_a_sign_in_costs_few_queries(client, authority, citizen, django_assert_max_num_queries):
    sign_in(client, authority)
    client.post("/tai-khoan/dang-xuat/")
    answer = authority.agree(begin(client))

    with django_assert_max_num_queries(40):
        client.get(answer)
