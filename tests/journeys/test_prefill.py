"""What others know already is filled in once one agrees: what a hospital sent behind a link, what
one wrote in an earlier dossier."""

import time

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client
from playwright.sync_api import expect

from motcua.catalog.forms_data import form_of
from motcua.dossiers.models import Draft, Partner
from motcua.dossiers.tests.factories import (
    FOREVER,
    DossierFactory,
    OrganizationFactory,
    VersionFactory,
)
from motcua.worktime.actions import load_calendar

from .conftest import FOUR_WAYS
from .drafts import page_of, signs_in
from .people import Walker

CODE, HOSPITAL = "1.001193", "Bệnh viện Bãi Cháy"
MOTHER = {"full_name": "Trần Thị Mẫu", "birth_date": "1990-07-20", "ethnicity": "Tày"}
CHILD = {"child.full_name": "Vũ Minh Ước", "child.birth_date": "2026-11-05"}
KEY = Ed25519PrivateKey.generate()


@pytest.fixture
def version(identity):
    load_calendar()
    form, layout = form_of(CODE)
    return VersionFactory(code=CODE, form=form, form_layout=layout)


@pytest.fixture
def earlier(wife, version):
    """A dossier for a first child."""
    told = {"mother_declared": "yes", "mother": MOTHER}
    office = OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")
    return DossierFactory(applicant=wife, version=version, organization=office, data=told)


@pytest.fixture
def link(version, settings):
    """Where the hospital leads, which signed what it knows of the birth."""
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    Partner.objects.create(
        name=HOSPITAL,
        key_id="bv-bai-chay",
        public_key=public.decode(),
        allowed={CODE: list(CHILD)},
        valid_during=FOREVER,
    )
    now = int(time.time())
    claims = {"iss": "bv-bai-chay", "aud": settings.BASE_URL, "iat": now, "exp": now + 300}
    told = claims | {"jti": "1", "procedure": CODE, "answers": CHILD}
    token = jwt.encode(told, KEY, algorithm="EdDSA", headers={"kid": "bv-bai-chay"})
    answer = Client().post("/api/v1/prefills", token, content_type="application/jose")
    return "/" + answer.json()["link"].split("/", 3)[3]


@FOUR_WAYS
def test_what_is_known_is_filled_in_once_one_agrees(
    readers, wife, earlier, link, width, javascript
):
    mother = Walker(readers(width=width, javascript=javascript))
    signs_in(mother.reader, wife)

    mother.goes_to(link)
    mother.stands_before(HOSPITAL)
    mother.is_told("Vũ Minh Ước")
    mother.presses("Đồng ý, mở bản nháp")
    mother.comes_to("Nơi giải quyết và liên hệ")
    draft = Draft.objects.get(dossier=None)

    mother.follows("Lấy từ hồ sơ trước")
    mother.comes_to("Lấy từ hồ sơ trước")
    mother.follows("Đăng ký khai sinh")
    mother.is_told(earlier.code)
    mother.stands_before("Lấy từ hồ sơ trước")
    mother.reader.reads_in_order()
    mother.main.get_by_label("Dân tộc của người mẹ").check()
    mother.presses("Tôi đồng ý, điền những mục đã chọn")
    mother.comes_to("Nơi giải quyết và liên hệ")

    mother.goes_to(page_of(draft, "to-khai/tre/"))
    expect(mother.main.get_by_label("Họ, chữ đệm, tên của trẻ")).to_have_value("Vũ Minh Ước")
    draft.refresh_from_db()
    assert draft.data["mother"]["ethnicity"] == "Tày"
