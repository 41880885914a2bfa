"""Who is told of a summary, and what does the letter say?"""

import pytest
from django.core import mail

from motcua.consultations import loading
from motcua.consultations.tests.stories import Hands, answered, closed, commented, opened
from motcua.dossiers.tests.factories import OrganizationFactory, at, officer
from motcua.notifications import actions
from motcua.notifications.models import ConsultationLetter
from motcua.organizations.models import Duty


@pytest.fixture
def hands(db):
    loading.load()
    office = OrganizationFactory(identifier="H49.03", full_name="Sở Nội vụ")
    drafter = officer(office, Duty.APPRAISE)
    return Hands(drafter, officer(office, Duty.DECIDE))


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(at("2026-11-02 12:00"), tick=False)
    return time_machine


def test_one_address_gets_one_letter_when_the_summary_is_public(hands, clock):
    consultation = opened(hands)
    for text in ("Góp ý thứ nhất.", "Góp ý thứ hai."):
        commented(consultation, text, email="Mau@example.vn")
    commented(consultation, "Không có thư.")
    clock.move_to(at("2026-11-23 08:00"), tick=False)
    answered(consultation, hands)
    assert not ConsultationLetter.objects.exists()

    event = consultation.sum_up(by=hands.approver, summary="Cảm ơn.")
    for _twice in range(2):
        actions.post_about_consultation(event.pk)

    (letter,) = mail.outbox
    assert letter.to == ["Mau@example.vn"]
    assert consultation.title in letter.body
    assert f"/lay-y-kien/{consultation.code}/#tiep-thu" in letter.body
    assert "Góp ý thứ" not in letter.body
    assert ConsultationLetter.objects.get().state == "sent"


def test_nobody_is_told_of_other_moves(hands, clock):
    consultation = closed(hands, clock)

    consultation.cancel(by=hands.approver, reason="Soạn lại.")

    assert not ConsultationLetter.objects.exists()
