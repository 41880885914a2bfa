"""What is told about questions, to whom, and what never is?"""

import pytest

from motcua.notifications import actions
from motcua.notifications.models import QuestionLetter
from motcua.notifications.question_wording import TOLD, words_about_question
from motcua.organizations.acting import Acting
from motcua.questions import workflow
from motcua.questions.exceptions import NotYourMove
from motcua.questions.models import Question, QuestionEvent
from motcua.questions.tests.conftest import (  # noqa: F401
    asker,
    make_question,
    other_office,
    people,
    terms,
)
from motcua.questions.tests.conftest import office as answering_office  # noqa: F401
from motcua.questions.workflow import State

CONTACT = {"phone": "0912345678", "email": "thinh@example.vn"}


@pytest.fixture
def office(answering_office):  # noqa: F811
    """The office of these questions; its terms are loaded."""
    return answering_office


@pytest.fixture
def told(make_question, people):  # noqa: F811
    """The words of the letter about a verb: ``told("publish")``."""

    def tell(verb, **facts):
        question = make_question(contact=CONTACT, **facts)
        event = question.remember(
            workflow.BY_VERB[verb], workflow.Role.CLERK, by=people.clerk, reason="Lý do bí mật."
        )
        question.announce(event)
        return words_about_question(QuestionLetter.objects.get(event=event))

    return tell


@pytest.mark.parametrize("verb", sorted(TOLD))
def test_every_step_that_is_told_names_code_office_and_link(verb, told, settings):
    settings.BASE_URL = "https://motcua.example/"

    words = told(verb)

    code = Question.objects.get().code
    assert code in words.subject
    assert "\n" not in words.subject
    assert f"https://motcua.example/tai-khoan/cau-hoi/{code}/" in words.body
    assert "UBND phường Hồng Gai" in words.body or code in words.body
    assert "\n\n\n" not in words.body


@pytest.mark.parametrize("verb", sorted(TOLD))
def test_no_letter_says_what_was_asked_or_why(verb, told):
    words = told(verb)

    secrets = ["Thịnh", "0912", "khai sinh", "bí mật", "thinh@"]
    assert [each for each in secrets if each in words.subject + words.body] == []


def test_without_an_account_the_link_is_signed(told):
    words = told("publish", asker=None)

    assert "/hoi-dap/theo-doi/" in words.body
    assert "Đăng nhập" not in words.body


@pytest.mark.parametrize("verb", sorted(set(workflow.BY_VERB) - TOLD))
def test_what_goes_on_inside_the_office_is_not_told(verb, make_question, people):  # noqa: F811
    question = make_question(contact=CONTACT)
    move = workflow.BY_VERB[verb]

    question.announce(question.remember(move, workflow.Role.CLERK, by=people.clerk))

    assert not QuestionLetter.objects.exists()


def test_an_answer_is_told_to_everybody_who_asked_the_same(make_question, people):  # noqa: F811
    main = make_question(state=State.APPROVED, contact=CONTACT)
    make_question(state=State.MERGED, merged_into=main, contact={"email": "khac@example.vn"})
    make_question(state=State.MERGED, merged_into=main)  # without an address

    main.answer_privately(by=people.clerk)

    addresses = {letter.address for letter in QuestionLetter.objects.all()}
    assert addresses == {"thinh@example.vn", "khac@example.vn"}


def test_a_move_that_is_refused_tells_nobody(make_question):  # noqa: F811
    question = make_question(contact=CONTACT)

    with pytest.raises(NotYourMove):
        question.withdraw(by=Acting.machine())

    assert not QuestionLetter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_letter_and_job_come_with_the_move_and_leave_once(
    make_question,  # noqa: F811
    people,  # noqa: F811
    worker,
    post_office,
):
    make_question(contact=CONTACT).give_back(by=people.clerk, reason="Là khiếu nại.")

    worker()
    actions.post_about_question(QuestionEvent.objects.get().pk)

    (letter,) = post_office.letters
    assert letter["To"] == "thinh@example.vn"
    assert "được trả lời ở đây" in letter["Subject"]
    assert "khiếu nại" not in letter.get_content()
    assert QuestionLetter.objects.get().state == "sent"
