"""The entry of the web server: whatever a header says, what comes in is read as UTF-8."""

from collections.abc import Iterator
from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from motcua.wsgi import application

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """As Django's own test client: the test's transaction outlives the request."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def answer(query: str = "", body: bytes = b"", **environ: str) -> tuple[int, str]:
    """Status and page, as a web server calls for them."""
    call = {"QUERY_STRING": query, "wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    asked = call | environ | {"HTTP_HOST": "localhost"}
    setup_testing_defaults(asked)
    told: list[int] = []
    page = application(asked, lambda status, _headers: told.append(int(status[:3])))
    return told[0], b"".join(page).decode()


@pytest.mark.parametrize(
    "charset",
    [
        *("charset=rot13", "charset=zlib", "charset=idna", "charset=undefined"),
        *("charset=unicode_escape", "CHARSET = 'utf-16'", "charset*=utf-8''rot13", 'charset="hex"'),
    ],
)
def test_an_address_is_read_as_utf8(charset):
    status, page = answer(
        "q=khai%20sinh%5Cud800", PATH_INFO="/tim-kiem/", CONTENT_TYPE=f"text/plain; {charset}"
    )

    assert status == 200
    assert "khai sinh\\ud800" in page


@pytest.mark.parametrize("charset", ["rot13", "unicode_escape", "utf-16"])
def test_a_form_is_read_as_utf8(charset):
    part = '--b\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    sent = part.format("code", "HD-mã\\ud800") + part.format("email", "a@b.vn") + "--b--\r\n"

    status, page = answer(
        body=sent.encode(),
        REQUEST_METHOD="POST",
        PATH_INFO="/hoi-dap/theo-doi/",
        CONTENT_TYPE=f"multipart/form-data; boundary=b; charset={charset}",
    )

    assert status == 200
    assert "HD-mã\\ud800" in page
