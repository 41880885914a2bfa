"""What does somebody see whose session could not be written?"""

from contextlib import suppress

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path

handler400 = "motcua.ui.views.bad_request"


@login_not_required
def lose_the_database(request):
    request.session["changed"] = True
    with suppress(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return HttpResponse("nhận")


@login_not_required
def end_elsewhere(request):
    request.session["changed"] = True
    Session.objects.all().delete()
    return HttpResponse("nhận")


urlpatterns = [path("lose/", lose_the_database), path("end/", end_elsewhere)]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]


@pytest.fixture
def visitor():
    client = Client(raise_request_exception=False)
    session = client.session
    session["begun"] = True
    session.save()
    yield client
    connection.close()  # whatever is left of it


def test_a_database_that_goes_in_that_moment_says_try_again(visitor):
    answer = visitor.post("/lose/", {"subject": "Xin cấp giấy"})

    assert answer.status_code == 503
    assert "Xin cấp giấy" in answer.text


def test_a_session_that_was_ended_elsewhere_is_a_bad_request(visitor):
    assert visitor.post("/end/").status_code == 400
