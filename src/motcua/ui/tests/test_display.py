"""Text size and contrast, without JavaScript and without an account."""

import pytest

pytestmark = pytest.mark.django_db


def test_choosing_larger_text_returns_to_the_page_in_larger_text(client):
    answer = client.post("/hien-thi/", {"next": "/hoi-dap/?a=1", "text": "large"})

    assert answer.url == "/hoi-dap/?a=1"
    assert 'data-text="large"' in client.get("/hoi-dap/").text


def test_an_unticked_contrast_overrules_the_system(client):
    client.post("/hien-thi/", {"next": "/"})

    assert 'data-contrast="normal"' in client.get("/hoi-dap/").text


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", ""])
def test_the_way_back_leads_to_no_other_host(client, elsewhere):
    answer = client.post("/hien-thi/", {"next": elsewhere})

    assert answer.url == "/"


def test_an_unknown_cookie_says_nothing(client):
    client.cookies["display"] = "huge.none"

    assert "data-text" not in client.get("/hoi-dap/").text


def test_looking_at_the_address_changes_nothing(client):
    assert client.get("/hien-thi/").status_code == 405
