"""Does every answer leave one line, with a number and without an address?"""

from django.http import HttpResponse

from motcua.operations import middleware


def answer(request):
    return HttpResponse("xin chào")


def test_an_answer_is_noted_without_its_address(rf, caplog):
    request = rf.get("/tra-cuu/", {"ma": "H49.01-261122-0001"})

    with caplog.at_level("INFO", logger="motcua.requests"):
        response = middleware.note(answer)(request)

    [line] = [record.msg for record in caplog.records]
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
