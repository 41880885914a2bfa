"""An applicant with an e-mail address, a dossier, a mail server and a worker."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from motcua.dossiers import workflow
from motcua.dossiers.tests.conftest import (  # noqa: F401
    _calendar_read_anew,
    _private_folder,
    applicant,
    calendar,
    office,
    people,
)
from motcua.dossiers.tests.factories import DossierFactory, VersionFactory

from .post_offices import PostOffice, free_port


@pytest.fixture
def dossier(office, applicant):  # noqa: F811
    """Registered; its applicant gave an address."""
    return DossierFactory(
        code="H49.61-261119-0037",
        organization=office,
        applicant=applicant.person,
        version=VersionFactory(name="Đăng ký lại khai sinh"),
        applicant_name="Vũ Đức Thịnh",
        email="thinh@example.vn",
    )


@pytest.fixture
def tell(dossier, applicant):  # noqa: F811
    """Announces an event as the verbs do: ``tell("take_up")``."""

    def told(verb, **facts):
        move = workflow.BY_VERB[verb]
        event = dossier.remember(move, sorted(move.roles)[0], by=applicant, **facts)
        dossier.announce(event)
        return event

    return told


@pytest.fixture
def _smtp(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_TIMEOUT = 5
    settings.EMAIL_PORT = free_port()  # until a post office opens, nobody is there


@pytest.fixture
def post_office(_smtp, settings):
    opened = PostOffice()
    settings.EMAIL_PORT = opened.port
    opened.door.start()
    yield opened
    opened.door.stop()


@pytest.fixture
def no_post_office(_smtp):
    """The mail server is down."""


@pytest.fixture
def worker(transactional_db):
    """Runs every job that is due, as the worker process does: ``worker()``."""
    _forget_jobs()

    def run():
        with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
            worker_app.run_worker(
                wait=False, install_signal_handlers=False, listen_notify=False, concurrency=1
            )

    yield run
    _forget_jobs()


def _forget_jobs():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def jobs():
    """The jobs as they stand: about which event, status, attempts, when."""

    def read():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (args->>'event_id')::bigint, status::text, attempts, scheduled_at"
                " FROM procrastinate_jobs WHERE task_name = 'notifications.send_letter' ORDER BY id"
            )
            return cursor.fetchall()

    return read
