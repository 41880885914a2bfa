"""What the checks against machines set aside waits for a human, and is not lost."""

import uuid

import pytest

from motcua.accounts.tests.sessions import as_officer
from motcua.questions.models import Inquiry
from motcua.strangers.doubts import Doubt


@pytest.fixture
def suspect(make_question):
    question = make_question(is_suspect=True, asker=None, title="Câu hỏi từ máy không JavaScript")
    Inquiry.objects.create(key=uuid.uuid4(), question=question, doubts=[Doubt.NO_PROOF])
    return question


def test_the_desk_says_why_and_keeps_a_heap_of_them(client, people, suspect, make_question):
    other = make_question(title="Câu hỏi bình thường")
    as_officer(client, people.clerk.person)

    heap = client.get("/can-bo/hoi-dap/?hang=can-xem-truoc").content.decode()
    page = client.get(f"/can-bo/hoi-dap/{suspect.code}/").content.decode()

    assert "Cần xem trước: nghi do máy gửi" in heap
    assert suspect.code in page
    assert str(Doubt.NO_PROOF.label) in page
    assert not other.needs_a_look


def test_who_sorts_it_has_looked(people, suspect):
    suspect.assign(by=people.clerk, drafter=people.drafter.person)

    assert suspect.is_suspect
    assert not suspect.needs_a_look
