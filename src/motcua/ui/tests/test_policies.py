"""What every page promises the browser, whichever room answers."""

import pytest

pytestmark = pytest.mark.django_db


def policy(client, address: str) -> dict[str, list[str]]:
    header = client.get(address).headers["Content-Security-Policy"]
    return {part.split()[0]: part.split()[1:] for part in header.split("; ")}


@pytest.mark.parametrize("address", ["/", "/en/", "/khong-co/", "/can-bo/bien-tap/"])
def test_a_page_runs_nothing_inline_and_nothing_from_elsewhere(client, address):
    stated = policy(client, address)

    assert stated["default-src"] == ["'self'"]
    assert "script-src" not in stated
    assert "style-src" not in stated
    assert stated["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize("address", ["/bien-tap/", "/en/bien-tap/"])
def test_only_the_editors_pages_may_run_inline_scripts(client, address):
    stated = policy(client, address)

    assert "'unsafe-inline'" in stated["script-src"]
    assert "'unsafe-eval'" not in stated["script-src"]
    assert stated["default-src"] == ["'self'"]


def test_a_page_sends_no_address_to_other_hosts_and_uses_no_device(client):
    answer = client.get("/")

    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_first_visit_sets_no_cookie(client):
    assert not client.get("/").cookies


@pytest.mark.parametrize("address", ["/tai-khoan/", "/can-bo/", "/dich-vu-cong/", "/khong-co/"])
def test_no_cache_keeps_what_somebody_with_a_session_saw(client, address):
    client.cookies["sessionid"] = "of-somebody"

    answer = client.get(address)

    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]


def test_what_strangers_see_depends_on_their_cookies_too(client):
    assert "Cookie" in client.get("/").headers["Vary"]


@pytest.mark.parametrize("room", ["dich-vu-cong", "tai-khoan/ho-so", "can-bo/ho-so", "bien-tap"])
def test_an_address_with_a_nul_is_not_found(client, room):
    assert client.get(f"/{room}/%00/").status_code == 404
