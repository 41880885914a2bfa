"""Pages for when it fails: they say what to do, and keep what was typed."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, path

from motcua.ui import http

handler400, handler403 = "motcua.ui.views.bad_request", "motcua.ui.views.forbidden"
handler404, handler500 = "motcua.ui.views.not_found", "motcua.ui.views.server_error"


@login_not_required
def lose_the_database(request):
    connection.close()
    raise OperationalError("the connection is closed")


@login_not_required
def forbid(request):
    raise PermissionDenied("Chỉ người nộp hồ sơ mở được trang này.")


@login_not_required
def suspect(request):
    raise SuspiciousOperation


@login_not_required
def break_down(request):
    raise RuntimeError("a mistake of ours")


@login_not_required
def arrive_at_what_is_closed(request):
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'closed' USING ERRCODE = '23C01'; END $$")


@login_not_required
def break_a_rule(request):
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'twice' USING ERRCODE = '23505'; END $$")


@login_not_required
def accept(request):
    return HttpResponse("nhận")


urlpatterns = [
    path("lose/", lose_the_database),
    path("forbid/", forbid),
    path("suspect/", suspect),
    path("break/", break_down),
    path("arrive/", arrive_at_what_is_closed),
    path("twice/", break_a_rule),
    path("accept/", accept),
    *get_resolver(settings.ROOT_URLCONF).url_patterns,
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status"),
    [("/suspect/", 400), ("/forbid/", 403), ("/khong-co/", 404), ("/break/", 500), ("/lose/", 503)],
)
def test_a_failure_offers_the_search_and_the_hotline(visitor, city, address, status):
    visitor.get("/hoi-dap/")

    answer = visitor.get(address)

    assert answer.status_code == status
    assert 'name="q"' in answer.text
    assert 'href="tel:02030000000"' in answer.text


@pytest.mark.parametrize(("address", "status"), [("/arrive/", 409), ("/twice/", 500)])
def test_what_is_closed_is_told_and_no_other_broken_rule(visitor, address, status):
    answer = visitor.post(address, {"co_quan": "H49.61"})

    assert answer.status_code == status
    assert ("đã thôi hoạt động" in answer.text) == (status == 409)


@pytest.mark.parametrize("address", ["/suspect/", "/break/", "/lose/"])
def test_a_failure_page_asks_the_database_nothing(visitor, address, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get(address)


def test_a_refusal_says_the_reason_that_the_room_gave(visitor):
    assert "Chỉ người nộp hồ sơ" in visitor.get("/forbid/").text


def test_too_many_attempts_say_when_to_come_back(rf):
    answer = http.too_many(rf.get("/tra-cuu/"), wait=timedelta(seconds=90))

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "90"
    assert "2 phút" in answer.text


# --- The database is away ----------------------------------------------------------------------


def test_what_was_typed_can_be_sent_again(visitor):
    answer = visitor.post("/lose/?buoc=2", {"ho_ten": 'Lê "Mận" <b>', "con": ["An", "Bình"]})

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert '<form class="box ask-list" method="post" action="/lose/?buoc=2"' in answer.text
    assert 'name="ho_ten" value="Lê &quot;Mận&quot; &lt;b&gt;"' in answer.text
    assert re.findall(r'name="con" value="(\w+)"', answer.text) == ["An", "Bình"]


def test_a_chosen_file_is_asked_for_again_and_never_echoed(visitor):
    file = SimpleUploadedFile("giay-chung-sinh.pdf", b"%PDF secret")

    page = visitor.post("/lose/", {"tep": file, "ho_ten": "An"}).text

    assert "giay-chung-sinh.pdf" in page
    assert 'type="file" name="tep"' in page
    assert "secret" not in page


@pytest.mark.parametrize("name", ["password", "otp", "csrfmiddlewaretoken", "code"])
def test_a_secret_is_never_echoed(visitor, name):
    page = visitor.post("/lose/", {name: "kín-đáo"}).text

    assert "kín-đáo" not in page


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.com"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Referer": "http://testserver.example.com/"},
    ],
)
def test_what_another_site_sent_is_not_offered_for_sending(visitor, headers):
    page = visitor.post("/lose/", {"ho_ten": "Kẻ gian"}, headers=headers).text

    assert "Kẻ gian" not in page


def test_what_our_own_page_sent_is_offered(visitor):
    headers = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}

    page = visitor.post("/lose/", {"ho_ten": "Lê Thị Mận"}, headers=headers).text

    assert "Lê Thị Mận" in page


def test_a_page_that_was_only_looked_at_is_opened_again_by_a_link(visitor):
    assert 'href="/lose/?trang=2">Thử lại' in visitor.get("/lose/?trang=2").text


def refuse_every_query(execute, sql, params, many, context):
    raise OperationalError("server closed the connection unexpectedly")


@pytest.mark.parametrize("address", ["/", "/en/", "/tai-khoan/", "/dich-vu-cong/", "/khong-co/"])
def test_without_a_database_every_address_says_try_again(visitor, address):
    visitor.cookies["sessionid"] = "a" * 32

    with connection.execute_wrapper(refuse_every_query):
        answer = visitor.get(address)

    assert answer.status_code == 503


def test_a_lost_session_keeps_what_was_typed(visitor):
    visitor.cookies["sessionid"] = "a" * 32

    with connection.execute_wrapper(refuse_every_query):
        page = visitor.post("/tai-khoan/", {"ho_ten": "Lê Thị Mận"}).text

    assert 'value="Lê Thị Mận"' in page


# --- An old form ---------------------------------------------------------------------------------


def test_a_form_that_is_too_old_keeps_what_was_typed():
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)

    page = strict.post("/accept/", {"ho_ten": "Lê Thị Mận"})

    assert page.status_code == 403
    assert 'name="ho_ten" value="Lê Thị Mận"' in page.text


def test_sending_an_old_form_again_succeeds():
    strict = Client(enforce_csrf_checks=True)
    page = strict.post("/accept/", {"ho_ten": "Lê Thị Mận"}).text
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]

    answer = strict.post("/accept/", {"ho_ten": "Lê Thị Mận", "csrfmiddlewaretoken": token})

    assert answer.text == "nhận"


def test_another_sites_form_is_refused_and_forgotten():
    strict = Client(enforce_csrf_checks=True)

    page = strict.post("/accept/", {"a": "Kẻ gian"}, headers={"Origin": "https://example.com"})

    assert page.status_code == 403
    assert "Kẻ gian" not in page.text


# --- Sent by our script ----------------------------------------------------------------------


def test_the_script_is_told_where_to_go_next(client):
    answer = client.post("/hien-thi/", {"next": "/hoi-dap/"}, headers={"X-Resend": "1"})

    assert answer.status_code == 204
    assert answer.headers["X-Next"] == "/hoi-dap/"
    assert "Location" not in answer.headers
    assert answer.cookies["display"].value


def test_the_address_of_a_button_that_is_opened_like_a_page_says_what_to_do(client):
    answer = client.get("/hien-thi/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "quay lại trang trước" in answer.text
