"""Agencies and people for the situations of this room; today is Sunday, 22 November 2026."""

import pytest
import time_machine

from motcua.accounts.tests.sessions import as_officer
from motcua.organizations.tests.factories import TODAY, AppointmentFactory


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY.isoformat()} 09:00+07:00", tick=False):
        yield TODAY


@pytest.fixture
def committee_hat(db):
    """Somebody's appointment to a post of a ward's committee."""
    return AppointmentFactory(post__title="Phó Chủ tịch")


@pytest.fixture
def counter_hat(committee_hat):
    """The same human's appointment at the counter."""
    return AppointmentFactory(
        person=committee_hat.person,
        post__title="Giám đốc",
        post__organization__kind="counter",
        post__organization__named="Trung tâm Phục vụ hành chính công phường Mẫu",
    )


@pytest.fixture
def desk(client, committee_hat):
    """A browser of that officer, signed in with both locks."""
    return as_officer(client, committee_hat.person)
