"""Who gives and who does, and where their tasks stand."""

from types import SimpleNamespace

import pytest

from motcua.directives.models import FollowingPost
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, PersonFactory, officer
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty, Post
from motcua.worktime import queries
from motcua.worktime.actions import load_calendar

from .factories import ConclusionFactory, TaskFactory


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


def head_of(organization, title="Giám đốc", person=None):
    person = person or PersonFactory()
    post = Post.objects.create(
        organization=organization,
        title=title,
        duties=[Duty.DECIDE],
        is_head=True,
        valid_during=FOREVER,
    )
    Appointment.objects.create(post=post, person=person, valid_during=FOREVER)
    return Acting(person, post)


@pytest.fixture
def offices(db):
    """Who gives, who leads, who helps, who has nothing to do with it."""
    load_calendar()
    return SimpleNamespace(
        giver=OrganizationFactory(identifier="H49", full_name="Ủy ban nhân dân thành phố"),
        bureau=OrganizationFactory(identifier="H49.01", full_name="Văn phòng Ủy ban nhân dân"),
        owner=OrganizationFactory(identifier="H49.08", full_name="Sở Xây dựng"),
        helper=OrganizationFactory(identifier="H49.05", full_name="Sở Tài chính"),
        other=OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai"),
    )


@pytest.fixture
def people(offices):
    """The hands of each office."""
    follower = officer(offices.bureau, Duty.APPRAISE, title="Chuyên viên theo dõi")
    FollowingPost.objects.create(
        organization=offices.giver, post=follower.post, valid_during=FOREVER
    )
    return SimpleNamespace(
        chair=head_of(offices.giver, "Chủ tịch"),
        giver=follower,
        owner=head_of(offices.owner),
        doer=officer(offices.owner, Duty.APPRAISE, title="Chuyên viên"),
        helper=head_of(offices.helper),
        stranger=head_of(offices.other, "Chủ tịch"),
        citizen=Acting.citizen(PersonFactory()),
        machine=Acting.machine(),
    )


@pytest.fixture
def conclusion(offices):
    return ConclusionFactory(organization=offices.giver)


@pytest.fixture
def make_task(conclusion, people):
    """A task of the owner's head in a state; the helper's office works along."""

    def make(**facts):
        post = facts.pop("post", people.owner.post)
        task = TaskFactory(**{"conclusion": conclusion, "post": post} | facts)
        task.supports.create(
            organization=people.helper.organization,
            post=people.helper.post,
            assigned_on=task.assigned_on,
        )
        return task

    return make
