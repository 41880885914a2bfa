"""Does every answer leave one line, with a number and without an address?"""

import pytest
import structlog
from django.http import HttpResponse

from motcua.operations import middleware


@pytest.fixture
def noted():
    with structlog.testing.capture_logs(
        processors=[structlog.contextvars.merge_contextvars]
    ) as lines:
        yield lines


def answer(request):
    return HttpResponse("xin chào")


def test_an_answer_is_noted_without_its_address(rf, noted):
    request = rf.get("/tra-cuu/", {"ma": "H49.01-261122-0001"})

    response = middleware.note(answer)(request)

    [line] = noted
    assert line["event"] == "answered"
    assert line["status"] == 200
    assert line["request"] == response["X-Request-ID"]
    assert "H49" not in str(line)


def test_a_number_that_the_proxy_gave_is_kept(rf):
    request = rf.get("/", headers={"x-request-id": "b7ad6b7169203331"})

    assert middleware.note(answer)(request)["X-Request-ID"] == "b7ad6b7169203331"


def test_a_number_that_is_none_is_replaced(rf):
    request = rf.get("/", headers={"x-request-id": 'x" onload="'})

    assert len(middleware.note(answer)(request)["X-Request-ID"]) == 32
