"""Whoever handed in a paper that is blocked later hears of it, and the officer sees it."""

import pytest
from django.core import mail

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers.tests.factories import DraftFactory, OrganizationFactory, officer
from motcua.filekeeping import actions
from motcua.filekeeping.tests.contents import pdf
from motcua.filekeeping.tests.stand_in import Scanner
from motcua.notifications.actions import post_about_papers
from motcua.notifications.models import PaperLetter
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.worktime.actions import load_calendar

pytestmark = pytest.mark.django_db
NAME = "giấy chứng sinh của bé.pdf"


@pytest.fixture
def scanner(settings):
    """A scanner that says nothing while papers are handed in."""
    with Scanner() as scanner:
        settings.CLAMAV_SOCKET, scanner.answer = scanner.address, b""
        yield scanner


@pytest.fixture
def draft(scanner):
    load_calendar()
    draft = DraftFactory(organization=OrganizationFactory(identifier="H49.61"))
    draft.attach(pdf("EVIL"), name=NAME)
    return draft


def found_later(scanner):
    scanner.answer = None
    assert actions.scan_quarantined() == 1


def sent():
    post_about_papers([letter.pk for letter in PaperLetter.objects.all()])
    [letter] = mail.outbox
    return letter


def test_the_applicant_reads_that_a_paper_of_the_dossier_was_blocked(draft, scanner):
    dossier = draft.submit(by=Acting.citizen(draft.person))

    found_later(scanner)
    letter = sent()

    assert letter.to == [dossier.email]
    assert dossier.code in letter.subject
    assert "chưa phải gửi lại gì" in letter.body
    assert not any(word in letter.body for word in ("chứng sinh", "Motcua.Test"))


def test_who_still_writes_a_draft_is_asked_for_another_file(draft, scanner):
    found_later(scanner)

    assert "bỏ tệp ấy và chọn tệp khác" in sent().body


def test_it_is_told_once(draft, scanner):
    found_later(scanner)
    draft.attachments.get().file.scan()

    assert PaperLetter.objects.count() == 1


def test_without_an_address_only_the_page_says_it(draft, scanner):
    draft.person.email = ""
    draft.person.save()
    type(draft).objects.update(contact_email="")

    found_later(scanner)

    assert not PaperLetter.objects.exists()


def test_a_paper_that_is_taken_out_takes_its_letter_along(draft, scanner):
    found_later(scanner)

    draft.attachments.get().delete()

    assert not PaperLetter.objects.exists()


def test_applicant_and_officer_see_it_and_nobody_opens_it(client, draft, scanner):
    dossier = draft.submit(by=Acting.citizen(draft.person))
    paper = dossier.attachments.get()
    found_later(scanner)

    mine = as_citizen(client, draft.person).get(f"/tai-khoan/ho-so/{dossier.code}/")
    hand = officer(dossier.organization, Duty.RECEIVE)
    desk = as_officer(client, hand.person).get(f"/can-bo/ho-so/{dossier.code}/")
    opened = client.get(f"/can-bo/ho-so/{dossier.code}/giay-to/{paper.pk}/", follow=True)

    assert "Đã bị chặn vì có mã độc" in mine.content.decode()
    assert "hãy yêu cầu bổ sung" in desk.content.decode()
    assert "Bị chặn: có mã độc (Motcua.Test)" in desk.content.decode()
    assert "không ai mở được" in opened.content.decode()
