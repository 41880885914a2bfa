"""A department that manages the staff of a commune, on Sunday, 22 November 2026."""

from datetime import date
from types import SimpleNamespace

import pytest
import time_machine

from motcua.accounts.tests.sessions import as_officer
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, StaffingPost
from motcua.organizations.tests.factories import (
    FOREVER,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)
from motcua.staffing.terms import Decision, Terms

TODAY = date(2026, 11, 22)
FIRST = date(2026, 12, 1)
DECISION = Decision("214/QĐ-UBND", date(2026, 11, 20), "Chủ tịch UBND thành phố")


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY.isoformat()} 09:00+07:00", tick=False):
        yield TODAY


@pytest.fixture
def town(db):
    """A commune with a chair and an empty post; who manages its staff; an office beyond."""
    commune = OrganizationFactory(identifier="H49.61", named="Ủy ban nhân dân phường Hồng Gai")
    interior = OrganizationFactory(identifier="H49.12", kind="department", named="Sở Nội vụ")
    beyond = OrganizationFactory(identifier="H49.6", named="Ủy ban nhân dân phường Khác")
    desk = AppointmentFactory(post__organization=interior, post__title="Trưởng phòng")
    StaffingPost.objects.create(organization=commune, post=desk.post, valid_during=FOREVER)
    chair = AppointmentFactory(
        post=PostFactory(
            organization=commune,
            title="Chủ tịch",
            rank=1,
            is_head=True,
            duties=[Duty.DECIDE],
        ),
        person=PersonFactory(full_name="Trần Thị Chung"),
    )
    return SimpleNamespace(
        commune=commune,
        manager=Acting.holding(desk),
        desk=desk,
        chair=chair,
        deputy=PostFactory(organization=commune, title="Phó Chủ tịch", rank=2),
        beyond=PostFactory(organization=beyond, title="Chủ tịch"),
        somebody=AppointmentFactory(
            post__organization=beyond,
            post__title="Chuyên viên",
            person__full_name="Nguyễn Văn Đức",
            person__username="duc.khac",
        ).person,
    )


@pytest.fixture
def desk(client, town):
    """The browser of who manages."""
    return as_officer(client, town.manager.person)


def terms(post, person, **said):
    told = {"kind": "holder", "first": FIRST, "decision": DECISION} | said
    return Terms(post=post, person=person, **told)
