"""What does a person see and change on their own page?"""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from motcua.accounts.assurance import LEVEL_KEY
from motcua.accounts.http import require_level
from motcua.accounts.tests import sessions

PAGE = "/tai-khoan/"


def test_it_says_who_i_am_with_the_number_masked(client, citizen):
    sessions.as_citizen(client, citizen)

    page = client.get(PAGE).content.decode()

    assert "Chào Nguyễn Thị Đào" in page
    assert "022*****1234" in page
    assert citizen.personal_number not in page
    assert "Mức 2" in page


def test_i_change_where_letters_go(client, citizen):
    sessions.as_citizen(client, citizen)

    response = client.post(PAGE, {"email": "dao@congdan.example", "phone": "+84 912 345 678"})

    citizen.refresh_from_db()
    assert response["Location"] == PAGE
    assert citizen.email == "dao@congdan.example"
    assert citizen.phone == "+84912345678"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "dao", "phone": ""}, "ten@vidu.vn"),
        ({"email": "", "phone": "12"}, "bắt đầu bằng 0"),
        ({"email": "", "phone": "091234567890123"}, "bắt đầu bằng 0"),
        ({"email": "", "phone": "0912 345 67a"}, "bắt đầu bằng 0"),
    ],
)
def test_what_cannot_be_reached_is_not_saved(client, citizen, typed, told):
    sessions.as_citizen(client, citizen)

    page = client.post(PAGE, typed).content.decode()

    citizen.refresh_from_db()
    assert told in page
    assert (citizen.email, citizen.phone) == ("", "")


def test_both_may_be_left_empty(client, citizen):
    sessions.as_citizen(client, citizen)

    assert client.post(PAGE, {"email": "", "phone": ""}).status_code == 302


def test_an_officer_finds_the_way_to_the_second_factor(client, officer):
    sessions.as_officer(client, officer)

    assert "/tai-khoan/can-bo/hai-lop/" in client.get(PAGE).content.decode()


def test_my_page_costs_few_queries(client, citizen, django_assert_max_num_queries):
    sessions.as_citizen(client, citizen)
    client.get(PAGE)

    with django_assert_max_num_queries(8):  # each room's panel asks once; who applies along, first
        client.get(PAGE)


@pytest.mark.parametrize(("level", "status"), [(0, 403), (1, 403), (2, 200)])
def test_a_page_may_need_a_level(client, citizen, level, status, db):
    sessions.as_citizen(client, citizen, level=level)
    request = RequestFactory().get("/nop/")
    request.session, request.user = client.session, citizen
    view = require_level(2)(lambda request: HttpResponse("vào"))

    response = view(request)

    assert request.session[LEVEL_KEY] == level
    assert response.status_code == status
    if status == 403:
        assert "next=/nop/" in response.content.decode()
