"""Does a dossier that passed to another office say so, to whoever waits and at the desk?"""

import pytest
from django.urls import reverse

from motcua.accounts.models import Person
from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers import holding
from motcua.dossiers.tests.factories import at

SENTENCE = (
    "Từ ngày 01/12/2026, theo Nghị quyết 9, hồ sơ do UBND phường Hồng Gai tiếp tục giải quyết; "
    "mã hồ sơ và ngày hẹn trả không đổi."
)


@pytest.fixture
def passed_on(in_process):
    def remember(verb):
        in_process.events.create(
            verb=verb,
            role="system",
            state=in_process.state,
            person=Person.objects.machine(),
            reason="Nghị quyết 9",
            at=at("2026-12-01 00:00"),
        )

    remember("transfer")
    in_process.remember_again = remember
    return in_process


def test_what_never_moved_says_nothing(in_process):
    assert holding.why_here(in_process.events.all(), in_process.organization) == ""


def test_what_moved_says_since_when_and_why(passed_on):
    assert holding.why_here(passed_on.events.all(), passed_on.organization) == SENTENCE


def test_what_came_back_says_it_no_more(passed_on):
    passed_on.remember_again("transfer_back")

    assert holding.why_here(passed_on.events.all(), passed_on.organization) == ""


def test_its_applicant_and_its_desk_read_it(passed_on, people, client):
    theirs = as_citizen(client, passed_on.applicant)
    page = theirs.get(reverse("dossiers:detail", args=[passed_on.code]))
    assert SENTENCE in page.text
    assert page.text.count("Người nộp") == 0

    desk = as_officer(client, people.handler.person)
    assert SENTENCE in desk.get(reverse("desk:detail", args=[passed_on.code])).text
