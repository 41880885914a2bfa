"""What becomes of what was asked?"""

import io
import uuid
from dataclasses import replace

import pytest

from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory, at, officer, pdf
from motcua.filekeeping.actions import clean_orphans
from motcua.filekeeping.exceptions import FileRefused, TooManyFiles
from motcua.filekeeping.models import StoredFile
from motcua.organizations.models import Duty
from motcua.periods.models import until
from motcua.questions import exceptions
from motcua.questions.actions import Asked, Contact, ask
from motcua.questions.models import Question
from motcua.questions.workflow import Kind, State


@pytest.fixture
def asked(office):
    return Asked(
        form_key=uuid.uuid4(),
        title="Khai sinh muộn có bị phạt không?",
        text="Con tôi ba tháng tuổi.",
        organization=office,
        contact=Contact("Vũ Đức Thịnh", "0912345678", "thinh@example.vn", "Tổ 5, Hồng Gai"),
    )


def test_a_question_is_new_due_and_remembered(asked, asker, time_machine):
    time_machine.move_to(at("2026-11-20 09:00"), tick=False)

    question = ask(asked, by=asker)

    assert question.code == "HD-261120-0001"
    assert (question.state, question.asker) == (State.NEW, asker.person)
    assert question.due_at == at("2026-11-20 16:00")
    assert [event.verb for event in question.events.all()] == ["ask"]
    assert Question.objects.get().phone == "0912345678"


def test_the_same_form_twice_is_one_question(asked, asker):
    first, second = ask(asked, by=asker), ask(asked, by=asker)

    assert first == second
    assert Question.objects.count() == 1


def test_a_petition_has_a_code_of_its_own(asked, asker, time_machine):
    time_machine.move_to(at("2026-11-20 09:00"), tick=False)

    assert ask(replace(asked, kind=Kind.PETITION), by=asker).code == "PA-261120-0001"


def test_somebody_without_an_account_asks_through_the_machine(asked, people):
    question = ask(asked, by=people.machine)

    assert question.asker is None
    assert question.asker_name == "Vũ Đức Thịnh"


def test_contacts_are_sealed(asked, asker):
    ask(asked, by=asker)

    raw = Question.objects.raw("SELECT id, contact::text AS kept FROM questions_question")[0].kept
    assert "0912345678" not in raw
    assert b"0912345678".hex() not in raw


def test_files_come_with_it_and_are_never_orphans(asked, asker, time_machine):
    twice_the_same = [(pdf("a"), "thong-bao.pdf"), (pdf("a"), "lan-hai.pdf")]

    question = ask(replace(asked, files=twice_the_same), by=asker)
    StoredFile.objects.update(kept_at=at("2020-01-01 00:00"))

    assert [kept.name for kept in question.attachments.all()] == ["thong-bao.pdf"]
    assert clean_orphans() == 0


def test_a_bad_file_stops_the_question(asked, asker):
    with pytest.raises(FileRefused):
        ask(replace(asked, files=[(pdf(), "x.pdf"), (io.BytesIO(b"<script>"), "y.pdf")]), by=asker)

    assert not Question.objects.exists()


def test_too_many_files_stop_it(asked, asker, settings):
    settings.UPLOAD_MAX_FILES = 1

    with pytest.raises(TooManyFiles):
        ask(replace(asked, files=[(pdf("a"), "a.pdf"), (pdf("b"), "b.pdf")]), by=asker)


def test_a_closed_office_is_not_asked(asked, asker):
    closed = OrganizationFactory(valid_during=until(at("2025-07-01 00:00").date()))

    with pytest.raises(exceptions.OfficeClosed):
        ask(replace(asked, organization=closed), by=asker)


def test_an_officer_in_a_post_does_not_ask(asked, office):
    with pytest.raises(exceptions.NotYourMove):
        ask(asked, by=officer(office, Duty.RECEIVE))


def test_a_follow_up_is_a_question_of_its_own(asked, asker, make_question):
    answered = make_question(state=State.ANSWERED)

    question = ask(replace(asked, follows=answered), by=asker)

    assert list(answered.follow_ups.all()) == [question]


@pytest.mark.parametrize("whose", ["mine but open", "somebody else's"])
def test_what_cannot_be_followed(whose, asked, asker, make_question):
    facts = {
        "mine but open": {"state": State.NEW},
        "somebody else's": {"state": State.ANSWERED, "asker": PersonFactory()},
    }

    with pytest.raises(exceptions.NotAnswered):
        ask(replace(asked, follows=make_question(**facts[whose])), by=asker)


def test_a_question_shows_in_the_list_of_its_asker(asked, asker):
    question = ask(asked, by=asker)

    assert list(Question.objects.of(asker.person)) == [question]
    assert not Question.objects.of(PersonFactory()).exists()
