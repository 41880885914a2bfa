"""Who answers in the office, and where its questions stand."""

from types import SimpleNamespace

import pytest

from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory, officer
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.questions import loading
from motcua.worktime import queries
from motcua.worktime.actions import load_calendar

from .factories import QuestionFactory


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
def terms(db):
    load_calendar()
    loading.load()


@pytest.fixture
def office(terms):
    return OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")


@pytest.fixture
def other_office(terms):
    return OrganizationFactory(identifier="H49.62", full_name="UBND phường Bãi Cháy")


@pytest.fixture
def people(office, other_office):
    """The hands of one office, and some who have nothing to do with it."""
    return SimpleNamespace(
        clerk=officer(office, Duty.RECEIVE, title="Công chức trực hỏi đáp"),
        drafter=officer(office, Duty.APPRAISE, title="Công chức tư pháp – hộ tịch"),
        second=officer(office, Duty.APPRAISE, title="Công chức địa chính"),
        approver=officer(office, Duty.DECIDE, title="Phó Chủ tịch"),
        stranger=officer(other_office, Duty.RECEIVE, Duty.APPRAISE, Duty.DECIDE),
        citizen=Acting.citizen(PersonFactory()),
        machine=Acting.machine(),
    )


@pytest.fixture
def asker(db):
    return Acting.citizen(
        PersonFactory(full_name="Vũ Đức Thịnh", phone="0912 345 678", email="thinh@example.vn")
    )


@pytest.fixture
def make_question(office, asker, people):
    """A question of ``asker`` at ``office`` in a state; in work it is ``people.drafter``'s."""

    def make(**facts):
        defaults = {"organization": office, "asker": asker.person}
        if facts.get("state") in {"assigned", "drafted", "approved", "answered"}:
            defaults["drafter"] = people.drafter.person
        return QuestionFactory(**(defaults | facts))

    return make
