"""Do open questions follow their office, whole, once, and back?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.organizations.tests.reorganizing import REASON, columns, decided, moving
from motcua.questions import transfers
from motcua.questions.exceptions import MoveRefused
from motcua.questions.models import Question
from motcua.questions.signals import questions_transferred
from motcua.questions.workflow import OPEN, State


@pytest.fixture
def open_ones(make_question):
    """One in every state in which something is owed."""
    return [make_question(state=state) for state in sorted(OPEN)]


def test_what_is_owed_is_open_at_its_office(open_ones, make_question, office, other_office):
    make_question(state=State.ANSWERED)

    assert set(transfers.open_at([office])) == set(open_ones)
    assert not transfers.open_at([other_office]).exists()


def test_open_questions_follow_and_nothing_else_of_them_changes(open_ones, office, other_office):
    before = [columns(each) for each in open_ones]

    count = transfers.transfer(moving(open_ones, office, other_office), **decided())

    assert count == len(open_ones)
    went = [each | {"organization_id": other_office.pk} for each in before]
    assert [columns(each) for each in open_ones] == went
    assert set(Question.objects.values_list("revision", flat=True)) == {2}


def test_history_tells_why_and_whither(open_ones, office, other_office):
    transfers.transfer(moving(open_ones, office, other_office), **decided(number="1679"))

    event = open_ones[0].events.get()
    assert (event.role, event.state, event.reason) == ("system", open_ones[0].state, REASON)
    assert event.person.is_machine
    assert event.organization == other_office
    assert event.label == "Chuyển theo sắp xếp tổ chức"
    assert event.payload == {
        "plan": 7,
        "number": "1679",
        "from": office.pk,
        "to": other_office.pk,
    }


def test_back_they_are_what_they_were(open_ones, office, other_office):
    before = [columns(each) for each in open_ones]
    transfers.transfer(moving(open_ones, office, other_office), **decided())

    count = transfers.give_back(moving(open_ones, other_office, office), **decided())

    assert count == len(open_ones)
    assert [columns(each) for each in open_ones] == before
    verbs = [event.verb for event in open_ones[0].events.all()]
    assert verbs == ["transfer", "transfer_back"]


def test_a_second_time_nothing_happens(open_ones, office, other_office):
    table = moving(open_ones, office, other_office)
    transfers.transfer(table, **decided())

    assert transfers.transfer(table, **decided()) == 0
    assert open_ones[0].events.count() == 1


def test_what_moved_or_ended_meanwhile_stays(make_question, people, office, other_office):
    gone, answered = make_question(), make_question(state=State.ANSWERED)
    gone.forward(by=people.clerk, to=other_office, reason="Không đúng nơi.")
    table = moving([gone, answered], office, other_office)

    assert transfers.transfer(table, **decided()) == 0
    answered.refresh_from_db()
    assert answered.organization == office


def test_what_its_asker_withdrew_meanwhile_goes_back(make_question, asker, office, other_office):
    question = make_question()
    transfers.transfer(moving([question], office, other_office), **decided())
    Question.objects.get(pk=question.pk).withdraw(by=asker)

    assert transfers.give_back(moving([question], other_office, office), **decided()) == 1


def test_a_page_of_before_is_too_late(make_question, people, office, other_office):
    question = make_question()
    transfers.transfer(moving([question], office, other_office), **decided())

    with pytest.raises(MoveRefused):
        question.assign(by=people.clerk, drafter=people.drafter.person)


def test_it_lies_on_the_other_desk(open_ones, people, office, other_office):
    transfers.transfer(moving(open_ones, office, other_office), **decided())

    assert not Question.objects.handled_by(people.clerk).exists()
    assert Question.objects.handled_by(people.stranger).count() == len(open_ones)


def test_those_that_went_are_announced(open_ones, office, other_office):
    heard = []

    def hear(sender, questions, verb, **_):
        heard.append((verb, set(questions)))

    questions_transferred.connect(hear)
    try:
        transfers.transfer(moving(open_ones, office, other_office), **decided())
    finally:
        questions_transferred.disconnect(hear)

    assert heard == [("transfer", set(open_ones))]


@pytest.mark.parametrize("how_many", [1, 6])
def test_however_many_it_is_one_statement(make_question, office, other_office, how_many):
    table = moving([make_question() for _ in range(how_many)], office, other_office)
    told = decided()

    with CaptureQueriesContext(
        connection,
    ) as asked:
        transfers.transfer(table, **told)

    statements = [each for each in asked if "SAVEPOINT" not in each["sql"]]
    assert len(statements) == 1
