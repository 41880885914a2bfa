"""What do probes hear?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from motcua.conf import environment
from motcua.operations import health


def test_a_living_process_says_so_without_the_database(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["cong.example.vn"]

    answer = client.get("/healthz", headers={"host": "10.0.0.7:8000"})

    assert answer.status_code == 200
    assert answer.content == b"ok\n"


@pytest.mark.django_db
def test_a_house_with_its_database_is_ready(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": "ok",
        "migrations": "ok",
        "worker": "silent",
    }


@pytest.mark.django_db
def test_a_worker_that_beats_is_seen(client):
    _beat(timezone.now())

    assert client.get("/readyz").json()["worker"] == "ok"


@pytest.mark.django_db
def test_a_worker_that_stopped_beating_is_missed_and_shuts_no_door(client):
    _beat(timezone.now() - timedelta(minutes=5))

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["worker"] == "silent"


def _beat(moment):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [moment])


@pytest.mark.django_db
def test_a_database_behind_the_code_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'procrastinate'")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["migrations"] == "pending"


@pytest.mark.django_db(transaction=True)
def test_a_house_without_its_database_says_so_and_comes_back(client, monkeypatch):
    connection.close()
    with monkeypatch.context() as gone:
        gone.setitem(connection.settings_dict, "HOST", "/nowhere")
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": "unreachable"}
    assert client.get("/readyz").status_code == 200


def test_a_pooled_database_keeps_no_cursor_open():
    settings = environment.database("postgresql://a:b@pool:6432/motcua", pooled=True)

    assert settings["DISABLE_SERVER_SIDE_CURSORS"] is True
    assert settings["PORT"] == "6432"
