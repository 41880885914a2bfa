"""Who drafts and decides in the office, and where its consultations stand."""

from types import SimpleNamespace

import pytest

from motcua.consultations import loading
from motcua.consultations.tests.stories import Hands, canceled, closed, opened, prepared, summed_up
from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory, at, officer
from motcua.organizations.models import Duty

NOON = "2026-11-02 12:00"
"""When what a test begins with was opened."""


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.fixture
def noon(time_machine):
    """Time stands until a test moves it."""
    time_machine.move_to(at(NOON), tick=False)
    return time_machine


@pytest.fixture
def terms(db):
    loading.load()


@pytest.fixture
def office(terms):
    return OrganizationFactory(identifier="H49.03", full_name="Sở Nội vụ")


@pytest.fixture
def people(office):
    """The hands of one office, and some who have nothing to do with it."""
    other = OrganizationFactory(identifier="H49.04", full_name="Sở Tư pháp")
    return SimpleNamespace(
        clerk=officer(office, Duty.RECEIVE, title="Văn thư"),
        drafter=officer(office, Duty.APPRAISE, title="Chuyên viên"),
        second=officer(office, Duty.APPRAISE, title="Chuyên viên chính"),
        approver=officer(office, Duty.DECIDE, title="Phó Giám đốc"),
        idle=officer(office, title="Cố vấn"),
        stranger=officer(other, Duty.RECEIVE, Duty.APPRAISE, Duty.DECIDE),
        citizen=PersonFactory(full_name="Vũ Đức Thịnh", email="thinh@example.vn"),
    )


@pytest.fixture
def hands(people):
    return Hands(people.drafter, people.approver)


@pytest.fixture
def preparing(hands, noon):
    return prepared(hands)


@pytest.fixture
def is_open(hands, noon):
    """Opened for twenty days at noon of 02/11/2026: open to the end of 22/11."""
    return opened(hands)


@pytest.fixture
def is_closed(hands, noon):
    """With two comments, one of them about Điều 2; it is 23/11."""
    return closed(hands, noon)


@pytest.fixture
def is_summed_up(hands, noon):
    return summed_up(hands, noon)


@pytest.fixture
def is_canceled(hands, noon):
    return canceled(hands)
