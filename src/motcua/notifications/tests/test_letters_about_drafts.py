"""Whoever is invited to apply along, or whose draft ends, gets a letter that names nobody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.dossiers.drafting import keeping, sharing
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory
from motcua.notifications.actions import post, post_about_drafts
from motcua.notifications.models import DraftLetter, Letter
from motcua.organizations.acting import Acting
from motcua.periods.clock import today

pytestmark = pytest.mark.django_db
NUMBER = "022088005678"


@pytest.fixture
def draft():
    owner = PersonFactory(full_name="Trần Thị Mẫu", personal_number="022190001234")
    return DraftFactory(person=owner, version=VersionFactory(name="Đăng ký khai sinh"))


@pytest.fixture
def ending(draft, settings):
    """A draft of which it was announced today that it will be deleted."""
    settings.DRAFT_KEPT_DAYS, settings.DRAFT_WARNED_DAYS = 100, 10
    Draft.objects.update(changed_at=timezone.now() - timedelta(days=91))
    keeping.announce_endings()
    return draft


def sent():
    post_about_drafts([DraftLetter.objects.get().pk])
    [letter] = mail.outbox
    return letter


def test_the_invited_reads_neither_who_nor_what(draft):
    who = sharing.Invitee("Vũ Văn Thử", NUMBER, "chong@example.vn")
    sharing.invite(draft, who, by=Acting.citizen(draft.person))

    letter = sent()

    assert letter.to == ["chong@example.vn"]
    assert "được mời cùng nộp" in letter.subject
    assert not any(word in letter.body for word in ("Trần", "Vũ", NUMBER, "khai sinh"))


def test_without_an_address_nothing_is_written(draft):
    sharing.invite(draft, sharing.Invitee("Vũ Văn Thử", NUMBER), by=Acting.citizen(draft.person))

    assert not DraftLetter.objects.exists()


def test_the_owner_reads_until_when_it_is_kept(ending):
    letter = sent()

    assert letter.to == ["cong-dan@example.vn"]
    assert f"{today() + timedelta(days=10):%d/%m/%Y}" in letter.body
    assert not any(word in letter.body + letter.subject for word in ("khai sinh", "Trần"))


@pytest.fixture
def husband():
    return PersonFactory(full_name="Vũ Văn Thử", personal_number=NUMBER, email="chong@example.vn")


@pytest.fixture
def along(draft, husband):
    invitation = sharing.invite(
        draft, sharing.Invitee("Vũ Văn Thử", NUMBER), by=Acting.citizen(draft.person)
    )
    return sharing.accept(invitation, by=Acting.citizen(husband))


def test_who_has_not_confirmed_is_reminded_once_a_day(draft, along):
    for _again in range(2):
        sharing.remind(draft, by=Acting.citizen(draft.person))

    letter = sent()

    assert letter.to == ["chong@example.vn"]
    assert "chờ ông/bà xác nhận" in letter.subject
    assert not any(word in letter.body for word in ("Trần", "Vũ", "khai sinh"))


def test_who_applied_along_reads_every_step_and_nothing_that_only_the_applicant_does(
    draft, along, office, people
):
    draft.choose_office(office, contact={"contact_name": "Trần Thị Mẫu", "contact_email": ""})
    sharing.confirm(draft, by=along_of(along), seen=draft.revision)
    dossier = draft.submit(by=Acting.citizen(draft.person))
    dossier.receive(by=people.clerk)
    items = [{"component": None, "name": "Tờ khai", "reason": "Mờ."}]
    dossier.request_supplement(by=people.clerk, items=items, reason="Thiếu.")
    for letter in Letter.objects.about(dossier):
        post(letter.event_id)

    submitted, received, asked = mail.outbox
    assert {one.to[0] for one in mail.outbox} == {"chong@example.vn"}
    assert f"đã cùng nộp hồ sơ {dossier.code}" in submitted.body
    assert "Hẹn trả kết quả" in received.body
    assert "Người nộp là người gửi bổ sung" in asked.body


def along_of(one):
    return Acting.citizen(one.person)


def test_the_applicant_and_who_applied_along_are_told_once_each(draft, along, office):
    draft.choose_office(office, contact={"contact_name": "Mẫu", "contact_email": "me@example.vn"})
    sharing.confirm(draft, by=along_of(along), seen=draft.revision)

    dossier = draft.submit(by=Acting.citizen(draft.person))
    event = dossier.events.get()

    assert {one.address for one in Letter.objects.about(dossier)} == {
        "me@example.vn",
        "chong@example.vn",
    }
    with pytest.raises(IntegrityError, match="letter_once_per_event"), transaction.atomic():
        Letter.objects.create(event=event)


def test_a_letter_goes_with_its_draft(ending):
    now = timezone.now()
    Draft.objects.update(changed_at=now - timedelta(days=101), warned_at=now - timedelta(days=11))

    keeping.delete_ended()

    assert not DraftLetter.objects.exists()
