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
