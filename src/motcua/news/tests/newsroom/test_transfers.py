"""Do corners, announcements and editors' rights follow their office, and come back?"""

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from motcua.news import roles_passing, transfers
from motcua.news.models import Announcement, EditorialRole, Section
from motcua.news.newsroom.workflow import Role
from motcua.organizations.tests.factories import AppointmentFactory, OrganizationFactory
from motcua.organizations.tests.reorganizing import REASON, decided, everything, ledger, moving
from motcua.periods.clock import today


@pytest.fixture
def heir():
    """Somebody in a post of the office that takes over."""
    return AppointmentFactory(post__organization=OrganizationFactory(identifier="H49.99"))


@pytest.fixture
def new(heir):
    return heir.post.organization


def test_a_corner_follows_with_what_an_editor_left_there(ward, new):
    old = ward.section.organization
    ward.section.save_revision()
    before = Section.objects.filter(pk=ward.section.pk).values().get()

    count = transfers.transfer_sections(moving([ward.section], old, new), **decided())

    here = Section.objects.get(pk=ward.section.pk)
    assert count == 1
    assert here.organization == new
    assert here.get_latest_revision_as_object().organization == new
    assert list(transfers.sections_at([new])) == [here]
    entry = PageLogEntry.objects.get(page=ward.section.pk, action=transfers.TRANSFER)
    assert entry.data == {"plan": 7, "reason": REASON, "from": old.pk, "to": new.pk}
    assert entry.message == "Chuyển cùng cơ quan theo sắp xếp tổ chức"

    transfers.give_back_sections(moving([ward.section], new, old), **decided())
    assert Section.objects.filter(pk=ward.section.pk).values().get() == before
    assert Section.objects.get(pk=here.pk).get_latest_revision_as_object().organization == old


def test_an_announcement_that_still_runs_follows(ward, new):
    old = ward.section.organization
    runs = Announcement.objects.create(title="Cấp nước lại", organization=old)
    Announcement.objects.create(title="Đã qua", organization=old, expires_at=timezone.now())
    found = transfers.announcements_at([old])
    assert list(found) == [runs]

    assert transfers.transfer_announcements(moving(found, old, new), **decided()) == 1

    runs.refresh_from_db()
    assert runs.organization == new
    assert ModelLogEntry.objects.get(action=transfers.TRANSFER).object_id == str(runs.pk)
    assert transfers.give_back_announcements(moving([runs], new, old), **decided()) == 1


def test_whoever_holds_the_heirs_post_works_in_the_newsroom(ward, heir, new):
    role = EditorialRole.objects.get(newsroom=ward.newsroom, role=Role.EDITOR)
    before, notes, person = everything(EditorialRole), ledger(), ward.people[Role.EDITOR]
    assert list(roles_passing.held_at([role.post], today())) == [role]

    table = moving([role], role.post.organization, new, heir.post)
    roles_passing.pass_on(table, day=today(), ledger=notes)

    theirs = EditorialRole.objects.held_by(heir.person).get()
    assert (theirs.newsroom, theirs.role) == (ward.newsroom, Role.EDITOR)
    assert not EditorialRole.objects.held_by(person).exists()

    roles_passing.take_back(notes)
    assert everything(EditorialRole) == before
