"""A hospital fills in a draft beforehand: signed, allowed, once, and only if the citizen agrees."""

import json
import time
from base64 import urlsafe_b64encode

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers import exceptions
from motcua.dossiers.drafting import partners
from motcua.dossiers.models import Draft, DraftSource, Partner, PartnerPrefill
from motcua.dossiers.tests.factories import FOREVER, PersonFactory, VersionFactory
from motcua.dossiers.tests.repeating import REPEATS, REPEATS_LAYOUT
from motcua.organizations.acting import Acting

pytestmark = pytest.mark.django_db
NUMBER = "022190001234"
KEY, OTHER_KEY = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
API = "/api/v1/prefills"


def pem(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.fixture
def version(office):
    form, layout = form_of("1.001193")
    return VersionFactory(code="1.001193", form=form, form_layout=layout)


@pytest.fixture
def hospital(version):
    return Partner.objects.create(
        name="Bệnh viện Bãi Cháy",
        key_id="bv-bai-chay",
        public_key=pem(KEY),
        allowed={"1.001193": ["child.full_name", "child.birth_date", "copies"]},
        valid_during=FOREVER,
    )


@pytest.fixture
def claims(settings, hospital):
    now = int(time.time())
    return {
        "iss": "bv-bai-chay",
        "aud": settings.BASE_URL,
        "iat": now,
        "exp": now + 300,
        "jti": "2026-1",
        "procedure": "1.001193",
        "answers": {"child.full_name": "Vũ Minh Ước", "child.birth_date": "2026-11-05"},
    }


def signed(claims, *, key=KEY, kid="bv-bai-chay", algorithm="EdDSA"):
    return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": kid})


def send(client, token):
    return client.post(API, token, content_type="application/jose")


def path_of(link):
    return "/" + link.split("/", 3)[3]


@pytest.fixture
def link(client, claims):
    return path_of(send(client, signed(claims)).json()["link"])


# --- The programs' door -----------------------------------------------------------------------


def test_what_is_signed_and_allowed_is_kept_sealed_behind_a_link_that_says_nothing(client, claims):
    answer = send(client, signed(claims))

    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM dossiers_partnerprefill")
        assert "Ước".encode() not in bytes(cursor.fetchone()[0])
    assert answer.status_code == 201
    assert "Vu" not in answer.json()["link"]
    assert not Draft.objects.exists()


def test_a_form_with_files_is_no_token(client):
    answer = client.post(API, {"token": "x"})

    assert (answer.status_code, answer.json()["title"]) == (401, "signature")


REFUSALS = {
    "another key": ({}, {"key": OTHER_KEY}, "signature", 401),
    "an unknown partner": ({}, {"kid": "ai-do"}, "signature", 401),
    "a shared secret": ({}, {"key": "x" * 40, "algorithm": "HS256"}, "signature", 401),
    "no signature": ({}, {"key": None, "algorithm": "none"}, "signature", 401),
    "another portal": ({"aud": "https://khac.example"}, {}, "signature", 401),
    "another issuer": ({"iss": "ai-do"}, {}, "signature", 401),
    "expired": ({"iat": 1, "exp": 200}, {}, "expired", 401),
    "for too long": ({"exp": int(time.time()) + 99_999}, {}, "lives_too_long", 400),
    "numbers in quotation marks": ({"iat": str(int(time.time()))}, {}, "signature", 401),
    "a question not allowed": ({"answers": {"mother.full_name": "X"}}, {}, "not_allowed", 403),
    "no question at all": ({"answers": {"__class__": "X"}}, {}, "not_allowed", 403),
    "another procedure": ({"procedure": "9.999999"}, {}, "procedure", 403),
    "nothing": ({"answers": {}}, {}, "answers", 400),
    "no mapping": ({"answers": ["child.full_name"]}, {}, "answers", 400),
    "a list for a name": ({"answers": {"child.full_name": ["X"]}}, {}, "type", 400),
    "a whole book for a name": ({"answers": {"child.full_name": "X" * 5000}}, {}, "type", 400),
    "half a letter": ({"answers": {"child.full_name": "\ud800"}}, {}, "answers", 400),
    "a wrong personal number": ({"personal_number": "123"}, {}, "subject", 400),
}


@pytest.mark.parametrize(
    ("changed", "how", "title", "status"), REFUSALS.values(), ids=REFUSALS.keys()
)
def test_everything_else_is_refused_whole(client, claims, changed, how, title, status):
    answer = send(client, signed(claims | changed, **how))

    assert (answer.status_code, answer.json()["title"]) == (status, title)
    assert answer["Content-Type"] == "application/problem+json"
    assert not PartnerPrefill.objects.exists()


@pytest.mark.parametrize("token", ["", "a.b.c", "{}", "\x00", "é", "." * 9, "x" * 70_000])
def test_what_is_no_token_is_refused_in_words(client, hospital, token):
    answer = send(client, token.encode())

    assert answer.status_code in {401, 413}
    assert answer.json()["detail"]


@pytest.mark.parametrize("kid", ["\\ud800", "\\u0000", "x" * 999], ids=["half", "nul", "long"])
def test_a_key_that_cannot_be_is_nobodys(client, hospital, kid):
    head = urlsafe_b64encode(f'{{"alg":"EdDSA","kid":"{kid}"}}'.encode()).rstrip(b"=")

    assert send(client, head + b".e30.AA").status_code == 401


@pytest.mark.parametrize("length", ["abc", "-1", "9" * 30])
def test_a_length_that_is_none_is_refused_in_words(client, hospital, length):
    answer = client.generic("POST", API, "x", CONTENT_LENGTH=length)

    assert (answer.status_code, answer.json()["title"]) == (413, "too_large")


def test_one_request_comes_once(client, claims):
    send(client, signed(claims))

    again = send(client, signed(claims | {"exp": claims["exp"] + 1}))

    assert (again.status_code, again.json()["title"]) == (409, "replayed")


def test_a_partner_whose_days_are_over_is_unknown(client, claims, hospital):
    Partner.objects.update(valid_during="[2020-01-01,2021-01-01)")

    assert send(client, signed(claims)).status_code == 401


def test_too_many_requests_wait(client, claims, settings):
    settings.PARTNER_ALLOWANCES = {"network": (1, 3600)}
    send(client, signed(claims))

    assert send(client, signed(claims | {"jti": "2"})).status_code == 429


def test_only_an_ed25519_public_key_is_a_key(hospital):
    rsa = generate_private_key(public_exponent=65537, key_size=2048)
    for text in ("", "-----BEGIN", pem(rsa)):
        hospital.public_key = text
        with pytest.raises(ValidationError, match=r"Ed25519|public_key"):
            hospital.full_clean(exclude=["valid_during"])


def test_the_description_names_every_refusal(client):
    document = client.get("/api/v1/openapi.json").json()

    said = json.dumps(document["paths"]["/api/v1/prefills"])
    assert {title for _c, _h, title, _s in REFUSALS.values()} <= set(
        said.replace('"', " ").replace(",", " ").split()
    )


MEMBERS = [{"full_name": "Vũ Văn Thử", "share": 40}, {"full_name": "Trần Thị Mẫu"}]


@pytest.fixture
def members(claims, hospital):
    """The same partner may fill in the entries of a group."""
    VersionFactory(code="1.000009", form=REPEATS, form_layout=REPEATS_LAYOUT)
    paths = ["members.*.full_name", "members.*.share"]
    hospital.allowed = {"1.000009": paths}
    hospital.save()
    return claims | {"procedure": "1.000009", "answers": {"members": MEMBERS}}


def test_the_entries_of_a_group_come_as_a_list(client, members):
    link = path_of(send(client, signed(members)).json()["link"])
    browser = as_citizen(client, PersonFactory())

    page = browser.get(link).content.decode()
    browser.post(link)

    assert "Thành viên thứ 1: Họ và tên" in page
    assert "Trần Thị Mẫu" in page
    assert Draft.objects.get().data == {"members": MEMBERS}


@pytest.mark.parametrize(
    ("sent", "title"),
    [
        ("Vũ Văn Thử", "type"),
        ([["full_name"]], "type"),
        ([], "type"),
        ([{}] * 4, "type"),
        ([{"full_name": ["X"]}], "type"),
        ([{"phone": "0912345678"}], "not_allowed"),
        ([{"0": "X"}], "not_allowed"),
    ],
)
def test_entries_that_the_form_does_not_ask_are_refused(client, members, sent, title):
    token = signed(members | {"answers": {"members": sent}})

    assert send(client, token).json()["title"] == title


@pytest.mark.parametrize("path", ["members.0.full_name", "members.*.full_name"])
def test_one_entry_has_no_path_of_its_own(client, members, path):
    token = signed(members | {"answers": {path: "X"}})

    assert send(client, token).json()["title"] == "not_allowed"


# --- The citizen ------------------------------------------------------------------------------


@pytest.fixture
def citizen():
    return PersonFactory(full_name="Vũ Đức Thịnh", personal_number=NUMBER)


def test_one_sees_what_came_from_whom_before_anything_is_written(client, link, citizen):
    page = as_citizen(client, citizen).get(link).content.decode()

    assert "Bệnh viện Bãi Cháy gửi" in page
    assert "Vũ Minh Ước" in page
    assert not Draft.objects.exists()


def test_agreeing_makes_one_draft_that_says_from_whom(client, link, citizen):
    browser = as_citizen(client, citizen)
    first, second = browser.post(link), browser.post(link)

    draft = Draft.objects.get()
    assert first.url == second.url
    assert draft.data["child"] == {"full_name": "Vũ Minh Ước", "birth_date": "2026-11-05"}
    assert DraftSource.objects.get().partner.name == "Bệnh viện Bãi Cháy"
    assert PartnerPrefill.objects.get().answers == {}
    check = reverse("apply:check", args=["1.001193", draft.key])
    assert "Bệnh viện Bãi Cháy gửi: 2 câu trả lời" in browser.get(check).content.decode()


def test_taken_it_is_nobody_elses(client, link, citizen):
    as_citizen(client, citizen).post(link)

    assert as_citizen(client, PersonFactory()).get(link).status_code == 404


def test_thrown_away_it_is_not_taken_by_who_was_there_at_the_same_moment(client, claims, citizen):
    came, _word = partners.receive(signed(claims))
    partners.take(came, by=Acting.citizen(citizen)).discard(by=Acting.citizen(citizen))

    with pytest.raises(exceptions.TooLate):
        partners.take(came, by=Acting.citizen(PersonFactory()))


def test_meant_for_somebody_it_is_not_there_for_others(client, claims, citizen):
    link = path_of(send(client, signed(claims | {"personal_number": NUMBER})).json()["link"])

    assert as_citizen(client, PersonFactory()).get(link).status_code == 404
    assert as_citizen(client, citizen).get(link).status_code == 200


def test_a_stranger_signs_in_first(client, link):
    assert client.get(link).url.startswith(reverse("accounts:citizen_sign_in"))


def test_an_old_link_leads_nowhere_and_what_came_is_thrown_away(client, link, citizen):
    PartnerPrefill.objects.update(expires_at="2020-01-01T00:00:00Z")

    assert as_citizen(client, citizen).get(link).status_code == 404
    assert partners.forget_old() == 1
    assert not PartnerPrefill.objects.exists()


def test_words_of_a_partner_are_words_only(client, claims, citizen):
    bad = "<script>alert(1)</script>\u202eA\u0301"
    token = signed(claims | {"answers": {"child.full_name": bad}})
    link = path_of(send(client, token).json()["link"])

    page = as_citizen(client, citizen).get(link).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;Á" in page
