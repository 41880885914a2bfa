"""Until when? Terms of the day on the working calendar, with the time of waiting left out."""

import pytest

from motcua.dossiers.tests.factories import at
from motcua.periods.models import since
from motcua.questions import clocks, exceptions, loading
from motcua.questions.models import Question, TermRule
from motcua.questions.models.term import Step, TermUnit
from motcua.questions.terms import Terms
from motcua.questions.workflow import Kind, State
from motcua.worktime.queries import working_calendar


@pytest.mark.parametrize(
    ("asked", "kind", "sort", "answer"),
    [
        # A question: sorted by 16:00 of the working day, answered in five working days.
        ("2026-11-18 09:00", Kind.QUESTION, "2026-11-18 16:00", "2026-11-26 17:00"),  # 24/11 off
        ("2026-11-18 16:01", Kind.QUESTION, "2026-11-19 16:00", "2026-11-26 17:00"),
        ("2026-11-20 17:30", Kind.QUESTION, "2026-11-23 16:00", "2026-11-30 17:00"),  # a Friday
        ("2026-11-21 10:00", Kind.QUESTION, "2026-11-23 16:00", "2026-11-30 17:00"),  # a Saturday
        ("2026-11-23 16:30", Kind.QUESTION, "2026-11-25 16:00", "2026-12-01 17:00"),
        ("2026-08-21 17:00", Kind.QUESTION, "2026-08-22 16:00", "2026-08-27 17:00"),  # make-up
        # A petition: refused in two working days, handled in fifteen.
        ("2026-11-20 09:00", Kind.PETITION, "2026-11-25 17:00", "2026-12-14 17:00"),
        ("2026-02-13 09:00", Kind.PETITION, "2026-02-24 17:00", "2026-03-13 17:00"),  # Tết
    ],
)
def test_when_a_question_is_due(asked, kind, sort, answer, office):
    begun = clocks.begun(kind, office.pk, at(asked))

    assert (begun["due_at"], begun["answer_due_at"]) == (at(sort), at(answer))


def test_a_petition_may_still_be_forwarded_after_it_should_have_been_refused(
    office, make_question, people, other_office, time_machine
):
    time_machine.move_to(at("2026-11-16 09:00"), tick=False)
    begun = clocks.begun(Kind.PETITION, office.pk, at("2026-11-16 09:00"))
    question = make_question(kind=Kind.PETITION, asked_at=at("2026-11-16 09:00"), **begun)
    time_machine.move_to(at("2026-11-23 09:00"), tick=False)  # five working days

    event = question.forward(by=people.clerk, to=other_office, reason="Không đúng nơi.")

    assert event.payload["late"] is False
    assert question.arrived_at == at("2026-11-23 09:00")


def test_a_late_forwarding_says_so(office, make_question, people, other_office, time_machine):
    begun = clocks.begun(Kind.PETITION, office.pk, at("2026-11-16 09:00"))
    question = make_question(kind=Kind.PETITION, asked_at=at("2026-11-16 09:00"), **begun)
    time_machine.move_to(at("2026-11-23 17:01"), tick=False)

    event = question.forward(by=people.clerk, to=other_office, reason="Không đúng nơi.")

    assert event.payload["late"] is True


def test_waiting_for_the_asker_does_not_count(office, make_question, people, asker, time_machine):
    time_machine.move_to(at("2026-11-16 09:00"), tick=False)
    begun = clocks.begun(Kind.PETITION, office.pk, at("2026-11-16 09:00"))
    question = make_question(kind=Kind.PETITION, asked_at=at("2026-11-16 09:00"), **begun)
    question.assign(by=people.clerk, drafter=people.drafter.person)
    assert question.due_at == at("2026-12-08 17:00")
    time_machine.move_to(at("2026-11-17 09:00"), tick=False)
    question.ask_for_more(by=people.drafter, reason="Ở thôn nào?")
    assert (question.due_at, question.escalates_at) == (None, None)

    time_machine.move_to(at("2026-11-19 15:00"), tick=False)  # two working days later
    question.supplement(by=asker, text="Thôn 1.")

    assert question.due_at == at("2026-12-10 17:00")
    assert question.answer_due_at == at("2026-12-10 17:00")


def test_publishing_has_a_term_of_its_own(make_question, people, time_machine):
    time_machine.move_to(at("2026-11-20 09:00"), tick=False)  # a Friday
    question = make_question(state=State.DRAFTED)

    question.approve(by=people.approver)

    assert question.due_at == at("2026-11-23 17:00")  # a day later, rolled to Monday


def test_what_is_late_beyond_the_rule_escalates_by_itself(office, make_question, people):
    begun = clocks.begun(Kind.QUESTION, office.pk, at("2026-11-18 09:00"))

    assert begun["escalates_at"] == at("2026-11-19 17:00")


def test_an_offices_own_rule_comes_first(office, other_office):
    TermRule.objects.create(
        kind=Kind.QUESTION,
        step=Step.ANSWER,
        organization=office,
        value=3,
        unit=TermUnit.WORKING_DAY,
        source="Quy chế của phường",
        valid_during=since(at("2026-01-01 00:00").date()),
    )
    asked = at("2026-11-16 09:00")

    ours = Terms(Kind.QUESTION, office.pk, asked)
    theirs = Terms(Kind.QUESTION, other_office.pk, asked)

    assert ours.until(Step.ANSWER, asked, working_calendar()) == at("2026-11-19 17:00")
    assert theirs.until(Step.ANSWER, asked, working_calendar()) == at("2026-11-23 17:00")


def test_a_rule_of_its_day_holds(terms, office):
    with pytest.raises(exceptions.TermMissing):
        Terms(Kind.QUESTION, office.pk, at("2017-01-01 09:00")).rule(Step.SORT)


def test_terms_are_loaded_once_however_often(terms):
    assert loading.load() == loading.Loaded(terms=0, categories=0)


def test_every_kind_has_a_term_for_every_step_with_its_source(terms):
    found = {(rule.kind, rule.step) for rule in TermRule.objects.exclude(source="")}

    assert found == {(kind.value, step.value) for kind in Kind for step in Step}


def test_overdue_is_read_and_not_computed_by_night(make_question, time_machine):
    question = make_question(asked_at=at("2026-11-18 09:00"), due_at=at("2026-11-18 16:00"))

    assert not Question.objects.overdue(at("2026-11-18 16:00"))
    assert list(Question.objects.overdue(at("2026-11-18 16:01"))) == [question]
