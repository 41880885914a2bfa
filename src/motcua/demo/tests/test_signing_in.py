"""Can the demo be tried by hand, without a phone?"""

import os
import socket
import subprocess
import sys
import time

import pytest
import requests
from django.core.cache import cache

from motcua.accounts import assurance
from motcua.accounts.models import Person
from motcua.conf import identity
from motcua.demo import credentials, seed_citizens
from motcua.demo.citizens import CITIZENS

PAGE = "/demo/dang-nhap/"
START = "/tai-khoan/dang-nhap/"


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("localhost", 0))
        return int(opened.getsockname()[1])


@pytest.fixture(scope="module")
def provider():
    """The stand-in as the demo starts it: its own process, its own port."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "motcua.demo.identity_provider"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(
        [*command, "--port", str(port)], env={**os.environ, "PYTHONPATH": "src"}, **quiet
    )
    try:
        yield wait_for(f"http://localhost:{port}")
    finally:
        process.terminate()
        process.wait(10)


def wait_for(address: str) -> str:
    for _attempt in range(150):
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=1)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return address
    raise TimeoutError(address)


@pytest.fixture
def connected(provider, settings, db):
    cache.clear()
    settings.SOCIALACCOUNT_PROVIDERS = identity.provider(provider, "motcua-demo", "demo")


def press(authorization_url: str, **button) -> str:
    """What the browser does on the provider's page; where it is sent back to."""
    answer = requests.post(authorization_url, data=button, allow_redirects=False, timeout=5)
    return answer.headers["Location"].removeprefix("http://testserver")


def test_every_demo_citizen_signs_in_through_the_real_protocol(client, connected):
    seed_citizens.seed()

    for citizen in CITIZENS:
        answer = press(client.post(START)["Location"], sub=citizen.subject)
        response = client.get(answer)

        assert response["Location"] == "/tai-khoan/", response.content.decode()
        person = Person.objects.with_personal_number(citizen.personal_number).get()
        assert client.session["_auth_user_id"] == str(person.pk)
        assert client.session[assurance.LEVEL_KEY] == citizen.level
        assert person.is_demo
        client.post("/tai-khoan/dang-xuat/")


def test_the_provider_s_page_names_the_invented_people(client, connected):
    page = requests.get(client.post(START)["Location"], timeout=5).text

    assert "Vũ Đức Thịnh" in page
    assert "hư cấu" in page
    assert CITIZENS[0].personal_number not in page


def test_saying_no_leads_to_a_page_that_says_so(client, connected):
    answer = press(client.post(START)["Location"], action="deny")

    response = client.get(answer)

    assert response.status_code == 403
    assert "Bạn chưa đồng ý đăng nhập" in response.content.decode()


def test_seeding_citizens_twice_changes_nothing(db):
    seed_citizens.seed()
    seed_citizens.seed()

    assert Person.objects.humans().count() == len(CITIZENS)


def test_a_demo_citizen_who_is_an_officer_is_one_person(db):
    officer = Person.objects.create(username="hotich.baichay", is_demo=True)
    credentials.give_to([officer])

    seed_citizens.seed()

    officer.refresh_from_db()
    assert officer.full_name == "Nguyễn Thị Mai Hương"
    assert officer.check_password(credentials.PASSWORD)
    assert officer.masked_personal_number == "099*****0044"


def test_the_code_on_the_page_opens_the_second_lock(client, db):
    cache.clear()
    officer = Person.objects.create(username="tiepnhan.thu", is_demo=True)
    credentials.give_to([officer])
    door = "/tai-khoan/can-bo/dang-nhap/"

    client.post(door, {"login": officer.username, "password": credentials.PASSWORD})
    client.post(
        "/tai-khoan/can-bo/hai-lop/nhap-ma/", {"code": credentials.current_code(officer.username)}
    )

    assert client.session["_auth_user_id"] == str(officer.pk)


def test_the_page_says_whom_one_can_be(client, db):
    page = client.get(PAGE).content.decode()

    assert credentials.PASSWORD in page
    assert "Vũ Đức Thịnh" in page
    assert CITIZENS[0].personal_number in page  # invented; who invites somebody needs it


def test_both_doors_lead_to_the_page(client, db):
    for door in (START, "/tai-khoan/can-bo/dang-nhap/"):
        assert PAGE in client.get(door).content.decode()
