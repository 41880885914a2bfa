"""Who works in the office, and where its dossiers stand."""

from types import SimpleNamespace

import pytest

from motcua.dossiers.tests.factories import (
    DossierFactory,
    OrganizationFactory,
    PersonFactory,
    officer,
)
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.worktime import queries
from motcua.worktime.actions import load_calendar


@pytest.fixture(autouse=True)
def _calendar_read_anew():
    queries.forget_calendar()
    yield
    queries.forget_calendar()


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.fixture
def calendar(db):
    load_calendar()


@pytest.fixture
def office(calendar):
    return OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")


@pytest.fixture
def people(office):
    """The hands of one office, and two who have nothing to do with it."""
    elsewhere = OrganizationFactory(identifier="H49.62")
    return SimpleNamespace(
        clerk=officer(office, Duty.RECEIVE, title="Công chức tiếp nhận"),
        handler=officer(office, Duty.APPRAISE, title="Công chức tư pháp – hộ tịch"),
        approver=officer(office, Duty.DECIDE, title="Phó Chủ tịch"),
        stranger=officer(elsewhere, Duty.RECEIVE, Duty.APPRAISE, Duty.DECIDE),
        citizen=Acting.citizen(PersonFactory()),
    )


@pytest.fixture
def applicant():
    return Acting.citizen(PersonFactory(full_name="Vũ Đức Thịnh"))


@pytest.fixture
def registered(office, applicant):
    return DossierFactory(organization=office, applicant=applicant.person, registered=True)


@pytest.fixture
def received(office, applicant):
    return DossierFactory(organization=office, applicant=applicant.person, received=True)


@pytest.fixture
def in_process(office, applicant):
    return DossierFactory(organization=office, applicant=applicant.person, in_process=True)


@pytest.fixture
def finished(office, applicant):
    return DossierFactory(organization=office, applicant=applicant.person, finished=True)
